import { asFile } from './as-file.ts';

/** A file that is written while it is read: pieces as they come, however long all of it is. */
export function streamedFile(pieces: AsyncGenerator<string>, name: string, type: string): Response {
	const text = new TextEncoder();
	const { headers } = asFile('', name, type);
	return new Response(
		new ReadableStream<Uint8Array>({
			async pull(controller) {
				const { value, done } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(text.encode(value));
			},
			async cancel() {
				await pieces.return(undefined);
			},
		}),
		{ headers },
	);
}

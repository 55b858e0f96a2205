import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A way to a site that cuts connections off.
 *
 * @param allowed asked before each piece that a connection sends: how many bytes more it may send, that piece included;
 *   undefined leaves it as it was, which is without end at first
 */
export async function badLine(
	site: string,
	allowed: (piece: Buffer, isFirst: boolean) => number | undefined,
): Promise<{ address: string; server: Server }> {
	const { port } = new URL(site);
	const server = createServer((near: Socket) => {
		const far = connect(Number(port), '127.0.0.1');
		let left = Number.POSITIVE_INFINITY;
		let isFirst = true;
		near.on('data', (piece) => {
			left = allowed(piece, isFirst) ?? left;
			isFirst = false;
			far.write(piece.subarray(0, Math.max(0, left)));
			left -= piece.length;
			if (left > 0) return;
			near.destroy();
			far.destroy();
		});
		far.pipe(near);
		for (const end of [near, far])
			end
				.on('error', () => {})
				.on('close', () => {
					near.destroy();
					far.destroy();
				});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

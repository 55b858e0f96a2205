import type pg from 'pg';

/** What of a connection of `pg` a COPY needs; the driver has no face for it. */
interface Wire {
	query(text: string): void;
	sendCopyFromChunk(chunk: Buffer): void;
	endCopyFrom(): void;
	sendCopyFail(reason: string): void;
	stream: {
		pause(): void;
		resume(): void;
		writableLength: number;
		once(event: 'drain', then: () => void): void;
	};
}

const HIGH = 8 * 1024 * 1024;

/** One COPY as the driver's queue sees it. */
abstract class Copy {
	protected failure: Error | undefined;
	protected finished = false;
	/** Rows, as the database counts them at the end. */
	rows = 0;
	private wake: () => void = () => {};
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	submit(connection: Wire): void {
		this.connected(connection);
		connection.query(this.text);
	}

	handleCommandComplete(message: { text?: string }): void {
		this.rows = Number(/\d+$/.exec(message.text ?? '')?.[0] ?? 0);
	}

	handleError(error: Error): void {
		this.failure = error;
		this.finished = true;
		this.changed();
	}

	handleReadyForQuery(): void {
		this.finished = true;
		this.changed();
	}

	handleRowDescription(): void {}
	handleDataRow(): void {}
	handleEmptyQuery(): void {}
	handlePortalSuspended(): void {}
	handleCopyInResponse(_: Wire): void {}
	handleCopyData(_: { chunk: Buffer }, __: Wire): void {}

	protected abstract connected(connection: Wire): void;

	protected changed(): void {
		this.wake();
	}

	protected until(): Promise<void> {
		return new Promise((resolve) => {
			this.wake = resolve;
		});
	}
}

class CopyOut extends Copy {
	private wire: Wire | undefined;
	private waiting: Buffer[] = [];
	private bytes = 0;

	protected connected(connection: Wire): void {
		this.wire = connection;
	}

	override handleCopyData({ chunk }: { chunk: Buffer }, connection: Wire): void {
		// The driver writes the next packet over this one.
		this.waiting.push(Buffer.from(chunk));
		this.bytes += chunk.length;
		if (this.bytes > HIGH) connection.stream.pause();
		this.changed();
	}

	async *rowsOfText(): AsyncGenerator<Buffer> {
		for (;;) {
			while (this.waiting.length > 0) {
				const taken = this.waiting;
				this.waiting = [];
				this.bytes = 0;
				this.wire?.stream.resume();
				yield* taken;
			}
			if (this.finished) break;
			await this.until();
		}
		if (this.failure) throw this.failure;
	}
}

class CopyIn extends Copy {
	private wire: Wire | undefined;
	private ready = false;

	protected connected(connection: Wire): void {
		this.wire = connection;
	}

	override handleCopyInResponse(_: Wire): void {
		this.ready = true;
		this.changed();
	}

	async write(chunk: Buffer): Promise<void> {
		while (!this.ready && !this.finished) await this.until();
		if (this.failure) throw this.failure;
		this.wire!.sendCopyFromChunk(chunk);
		const { stream } = this.wire!;
		if (stream.writableLength > HIGH) await new Promise<void>((resolve) => stream.once('drain', resolve));
	}

	async end(): Promise<number> {
		while (!this.ready && !this.finished) await this.until();
		if (!this.finished) this.wire!.endCopyFrom();
		while (!this.finished) await this.until();
		if (this.failure) throw this.failure;
		return this.rows;
	}
}

/** Runs `COPY … TO STDOUT` and gives its rows as they come, each with its line end. */
export function copyOut(client: pg.Client, text: string): AsyncGenerator<Buffer> {
	const copy = new CopyOut(text);
	client.query(copy as unknown as pg.Submittable);
	return copy.rowsOfText();
}

/** Runs `COPY … FROM STDIN`: chunks may end anywhere; `end` tells how many rows went in. */
export function copyIn(
	client: pg.Client,
	text: string,
): { write(chunk: Buffer): Promise<void>; end(): Promise<number> } {
	const copy = new CopyIn(text);
	client.query(copy as unknown as pg.Submittable);
	return copy;
}

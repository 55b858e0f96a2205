import { type PreviousUpload, Upload } from 'tus-js-client';

/** Small enough for proxies and for a server that ends long requests, large enough to be quick. */
const CHUNK = 8 * 1024 * 1024;
const DELAYS = [0, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 30_000, 30_000];

/** Uploads files of forms while the page stays: piece by piece, going on after a lost connection or a closed page. */
export function uploads(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-uploads]')) enhance(form);
}

function enhance(form: HTMLFormElement): void {
	const input = form.querySelector<HTMLInputElement>('input[type="file"]');
	const list = form.querySelector<HTMLElement>('[data-upload-list]');
	if (!input || !list) return;
	let open = 0;
	const take = (files: Iterable<File>) => {
		for (const file of files) {
			open += 1;
			void send(form, list, file, take).then((ready) => {
				open -= 1;
				if (ready && open === 0 && form.dataset.reload !== undefined) location.reload();
			});
		}
	};
	input.required = false;
	input.addEventListener('change', () => {
		take([...(input.files ?? [])]);
		input.value = '';
	});
	form.addEventListener('submit', (event) => event.preventDefault());
	form.addEventListener('dragover', (event) => {
		event.preventDefault();
		form.dataset.over = '';
	});
	form.addEventListener('dragleave', () => delete form.dataset.over);
	form.addEventListener('drop', (event) => {
		event.preventDefault();
		delete form.dataset.over;
		take([...(event.dataTransfer?.files ?? [])]);
	});
	window.addEventListener('beforeunload', (event) => {
		if (open > 0) event.preventDefault();
	});
}

/** Files of one page that are sent at once; a line is not faster for more. */
const AT_ONCE = 2;
let sending = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (sending >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
	sending += 1;
	try {
		return await work();
	} finally {
		sending -= 1;
		waiting.shift()?.();
	}
}

/** A line of the list: name, how far, a button. */
function lineOf(list: HTMLElement, name: string) {
	const line = document.createElement('li');
	const title = Object.assign(document.createElement('span'), {
		className: 'upload-name',
		textContent: name,
	});
	const state = Object.assign(document.createElement('span'), { className: 'upload-state' });
	const bar = Object.assign(document.createElement('progress'), { className: 'progress', max: 1, value: 0 });
	bar.setAttribute('aria-label', name);
	const button = Object.assign(document.createElement('button'), {
		type: 'button',
		className: 'btn btn-quiet btn-s',
	});
	const bad = Object.assign(document.createElement('p'), { className: 'upload-bad' });
	line.append(title, button, bar, state);
	list.append(line);
	return {
		line,
		button,
		say(text: string, part?: number) {
			bad.remove();
			state.textContent = text;
			if (part !== undefined) bar.value = part;
		},
		refuse(text: string) {
			bad.textContent = text;
			bar.remove();
			state.remove();
			line.append(bad);
		},
	};
}

/** @returns true when the file can be used */
async function send(
	form: HTMLFormElement,
	list: HTMLElement,
	file: File,
	again: (files: File[]) => void,
): Promise<boolean> {
	const words = form.dataset;
	const line = lineOf(list, file.name);
	const purpose = String(new FormData(form).get('purpose') ?? 'file');
	const target = words.target ? document.getElementById(words.target) : null;
	let id: string | null = null;
	const note = (mediaId: string) => {
		id = mediaId;
		if (target instanceof HTMLInputElement) target.value = mediaId;
		form.dispatchEvent(
			new CustomEvent('stoa:upload', { bubbles: true, detail: { mediaId: Number(mediaId) } }),
		);
	};
	const sent = await inTurn(
		() =>
			new Promise<boolean>((resolve) => {
				const upload = new Upload(file, {
					endpoint: words.uploads as string,
					chunkSize: CHUNK,
					retryDelays: DELAYS,
					metadata: { filename: file.name, purpose },
					removeFingerprintOnSuccess: true,
					// The same file for another purpose is another upload.
					fingerprint: async () => ['stoa', purpose, file.name, file.size, file.lastModified].join('-'),
					onUploadUrlAvailable: () => note(/(\d+)$/.exec(upload.url ?? '')?.[1] ?? ''),
					onProgress: (done, all) =>
						line.say(`${words.uploading} ${Math.floor((done / all) * 100)} %`, done / all),
					onShouldRetry(error) {
						const status = error.originalResponse?.getStatus() ?? 0;
						// 409: the server knows better how far it is. Other refusals stay refusals.
						const again = status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
						if (again) line.say(words.waiting ?? '');
						return again;
					},
					onError(error) {
						const text = 'originalResponse' in error ? titleOf(error.originalResponse?.getBody()) : null;
						line.refuse(text ?? words.waiting ?? '');
						offer(line.button, words.retry ?? '', () => {
							line.line.remove();
							again([file]);
						});
						resolve(false);
					},
					onSuccess: () => resolve(true),
				});
				offer(line.button, words.cancel ?? '', () => {
					void upload.abort(true).catch(() => {});
					line.line.remove();
					resolve(false);
				});
				void upload.findPreviousUploads().then((found: PreviousUpload[]) => {
					if (found[0]) upload.resumeFromPreviousUpload(found[0]);
					upload.start();
				});
			}),
	);
	if (!sent) return false;
	line.button.remove();
	return id !== null && (await follow(form, line, id));
}

function offer(button: HTMLButtonElement, text: string, act: () => void): void {
	button.textContent = text;
	button.onclick = act;
}

function titleOf(body: string | undefined): string | null {
	try {
		return (JSON.parse(body ?? '') as { title?: string }).title ?? null;
	} catch {
		return null;
	}
}

interface Known {
	status: 'received' | 'processing' | 'ready' | 'refused' | 'failed';
	progress: number;
	playable: boolean;
	refusal: string | null;
	refusalTitle: string | null;
}

/** Shows what becomes of a file after its upload. */
async function follow(form: HTMLFormElement, line: ReturnType<typeof lineOf>, id: string): Promise<boolean> {
	const words = form.dataset;
	for (let wait = 500; ; wait = Math.min(wait * 1.3, 4000)) {
		const response = await fetch(`${words.media}/${id}`).catch(() => null);
		if (response?.status === 404) return false;
		if (response?.ok) {
			const known = (await response.json()) as Known;
			if (known.status === 'refused' || known.status === 'failed') {
				line.refuse(known.refusalTitle ?? known.refusal ?? '');
				return false;
			}
			if (known.status === 'ready') {
				line.say(words.ready ?? '', 1);
				return true;
			}
			const working = known.status === 'processing';
			line.say(
				working ? `${words.processing} ${known.progress} %` : (words.received ?? ''),
				working ? known.progress / 100 : 1,
			);
			// A film takes its time; the page shows it as soon as it plays.
			if (working && known.playable && words.reload !== undefined) return true;
		}
		await new Promise((resolve) => setTimeout(resolve, wait));
	}
}

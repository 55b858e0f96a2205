/** What a file of a package is served as, by its name: browsers are told so and believe nothing else (nosniff). */
const types: Record<string, string> = {
	html: 'text/html',
	htm: 'text/html',
	xhtml: 'application/xhtml+xml',
	js: 'text/javascript',
	mjs: 'text/javascript',
	css: 'text/css',
	json: 'application/json',
	xml: 'text/xml',
	xsd: 'text/xml',
	dtd: 'application/xml-dtd',
	txt: 'text/plain',
	csv: 'text/csv',
	vtt: 'text/vtt',
	srt: 'text/plain',
	svg: 'image/svg+xml',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	avif: 'image/avif',
	bmp: 'image/bmp',
	ico: 'image/x-icon',
	cur: 'image/x-icon',
	mp3: 'audio/mpeg',
	m4a: 'audio/mp4',
	aac: 'audio/aac',
	oga: 'audio/ogg',
	ogg: 'audio/ogg',
	wav: 'audio/wav',
	mp4: 'video/mp4',
	m4v: 'video/mp4',
	webm: 'video/webm',
	ogv: 'video/ogg',
	woff: 'font/woff',
	woff2: 'font/woff2',
	ttf: 'font/ttf',
	otf: 'font/otf',
	eot: 'application/vnd.ms-fontobject',
	wasm: 'application/wasm',
	pdf: 'application/pdf',
};

export function typeOf(path: string): string {
	const extension = /\.([a-z0-9]{1,6})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
	return types[extension] ?? 'application/octet-stream';
}

/** A document: gets the API, and a sandbox of its own. Drawings are documents when they are opened by themselves. */
export const isDocument = (type: string) =>
	type === 'text/html' || type === 'application/xhtml+xml' || type === 'image/svg+xml' || /xml$/.test(type);

export const takesScript = (type: string) => type === 'text/html' || type === 'application/xhtml+xml';

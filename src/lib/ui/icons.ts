import { createHash } from 'node:crypto';

/**
 * The icons of Stoa: drawings of lucide, taken at build time, only those named here. They are masks in one style sheet
 * that browsers keep for ever (src/routes/icons): inline, ninety of them made a third of a page.
 */
const sources = import.meta.glob<string>(
	[
		'/node_modules/@lucide/svelte/dist/icons/{arrow-down,arrow-left,arrow-right,arrow-up,arrow-up-right,award,badge-check,ban,bell}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{bold,braces,book-open,book-open-text,bookmark,calendar,check,chevron-down,chevron-right,chevron-up}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{circle-alert,circle-check,circle-question-mark,circle-user,circle-x,clock,code,compass,copy}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{corner-down-right,credit-card,download,ellipsis,external-link,eye,feather,file-text,flag,flame}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{git-fork,globe,hash,heading-2,heart,rotate-ccw-clock,house,image,inbox,info,italic,key,languages}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{face-grinning,face-slightly-smiling-plus,link,list,list-ordered,lock,lock-open,log-in,log-out,mail}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{menu,message-circle,message-square,message-square-text,message-circle-question-mark,messages-square}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{monitor,moon,pen-line,pencil,pin,plus,quote,reply,rocket,rss,scroll-text,search,settings,share-2}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{shield,shield-check,sigma,sparkles,square-code,square-pen,star,sun,table,tag,thumbs-up,trash}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{trending-up,trophy,triangle-alert,user,user-plus,users,wallet,x,brain,hand-heart,coins}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{notebook-pen,library,layers,gift,headphones,calendar-clock,hand-coins}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{graduation-cap,circle-play,grip-vertical,play,panel-left,highlighter,target,film,audio-lines,paperclip,box,video,circle,circle-dashed,list-checks}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{upload,picture-in-picture-2,maximize,rewind,fast-forward,video,file}.svelte',
	],
	{ query: '?raw', import: 'default', eager: true },
);

type Node = [tag: string, attributes: Record<string, string>];

const drawings = new Map<string, string>();
for (const [path, source] of Object.entries(sources)) {
	const name = path.slice(path.lastIndexOf('/') + 1, -'.svelte'.length);
	const data = /iconData = (\{.*\});/.exec(source)?.[1];
	if (!data) throw new Error(`The icon ${name} has another form than expected: ${path}`);
	const { node } = JSON.parse(data) as { node: Node[] };
	drawings.set(name, node.map(([tag, attributes]) => `<${tag}${attributesOf(attributes)}/>`).join(''));
}

function attributesOf(attributes: Record<string, string>): string {
	return Object.entries(attributes)
		.filter(([name]) => name !== 'key')
		.map(([name, value]) => ` ${name}='${value}'`)
		.join('');
}

/** Names that lucide has changed, as kinds registered by others may still use them. */
const renamed: Record<string, string> = { 'circle-help': 'circle-question-mark' };

/** Icons of toggles: tinted inside while pressed. */
const toggles = [
	'bell',
	'bookmark',
	'brain',
	'eye',
	'face-grinning',
	'hand-heart',
	'heart',
	'rocket',
	'star',
	'thumbs-up',
];

function image(drawing: string, fill: string): string {
	const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='${fill}' stroke='#000' stroke-width='1.9' stroke-linecap='round' stroke-linejoin='round'>${drawing}</svg>`;
	return `url("data:image/svg+xml,${svg.replace(/[#<>%]/g, encodeURIComponent)}")`;
}

let sheet: { css: string; version: string } | undefined;

/** All icons as rules `.i-<name>`, and a version for its address that changes with it. */
export function iconSheet(): { css: string; version: string } {
	if (!sheet) {
		const rules = [...drawings].map(([name, drawing]) => `.i-${name}{--i:${image(drawing, 'none')}}`);
		const pressed = toggles.map(
			(name) => `[aria-pressed=true]>.i-${name}{--i:${image(drawings.get(name) as string, '#0004')}}`,
		);
		const css = [...rules, ...pressed].join('\n');
		sheet = { css, version: createHash('sha256').update(css).digest('base64url').slice(0, 10) };
	}
	return sheet;
}

const known = new Map<string, string>();

/** The classes of an icon of so many pixels. @throws for a name that is not in the list above */
export function iconClass(name: string, size: number): string {
	const key = `${name} ${size}`;
	let classes = known.get(key);
	if (classes === undefined) {
		const own = renamed[name] ?? name;
		if (!drawings.has(own)) throw new Error(`There is no icon ${name}: add it to src/lib/ui/icons.ts`);
		classes = `icon i-${own} i${size}`;
		known.set(key, classes);
	}
	return classes;
}

export const iconNames = (): string[] => [...drawings.keys()].sort();

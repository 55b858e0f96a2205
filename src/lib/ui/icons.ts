/**
 * The icons of Stoa: drawings of lucide, taken at build time, only those named here. Rendering a component per icon
 * costs more than the rest of a feed row, so each becomes one string, made once.
 */
const sources = import.meta.glob<string>(
	[
		'/node_modules/@lucide/svelte/dist/icons/{arrow-down,arrow-left,arrow-right,arrow-up,arrow-up-right,award,badge-check,ban,bell}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{bold,braces,book-open,book-open-text,bookmark,calendar,check,chevron-down,chevron-right,chevron-up}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{circle-alert,circle-check,circle-user,circle-x,clock,code,compass,copy,corner-down-right}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{credit-card,download,ellipsis,external-link,eye,feather,file-text,flag,flame,git-fork,globe}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{hash,heading-2,heart,rotate-ccw-clock,house,image,inbox,info,italic,key,languages,face-grinning,link,list}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{list-ordered,lock,lock-open,log-in,log-out,mail,menu,message-circle,message-square,message-square-text}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{message-circle-question-mark,messages-square,monitor,moon,pen-line,pencil,pin,plus,quote,reply,rocket,rss}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{scroll-text,search,settings,share-2,shield,shield-check,sigma,face-slightly-smiling-plus,sparkles,square-code,square-pen,star,sun}.svelte',
		'/node_modules/@lucide/svelte/dist/icons/{table,tag,thumbs-up,trash,trending-up,trophy,triangle-alert,circle-question-mark,user,user-plus,users,wallet,x,brain,hand-heart,coins,notebook-pen,library,layers,log-in}.svelte',
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
		.map(([name, value]) => ` ${name}="${value}"`)
		.join('');
}

/** Names that lucide has changed, as kinds registered by others may still use them. */
const renamed: Record<string, string> = { 'circle-help': 'circle-question-mark' };

const made = new Map<string, string>();

/** An icon as inline SVG, hidden from screen readers: what stands beside it, or its button's label, says it in words. */
export function iconSvg(name: string, size = 18): string {
	const key = `${name} ${size}`;
	let svg = made.get(key);
	if (svg === undefined) {
		const drawing = drawings.get(renamed[name] ?? name);
		if (drawing === undefined) throw new Error(`There is no icon ${name}: add it to src/lib/ui/icons.ts`);
		// Stroke and ends are said once, in base.css.
		const look = size >= 28 ? 'icon thin' : size >= 20 ? 'icon fine' : 'icon';
		svg = `<svg class="${look}" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">${drawing}</svg>`;
		made.set(key, svg);
	}
	return svg;
}

export const iconNames = (): string[] => [...drawings.keys()].sort();

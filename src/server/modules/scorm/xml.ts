import { SaxesParser } from 'saxes';
import { scormError } from './errors.ts';

/** An element without its namespace's prefix: manifests of one version come with many. */
export interface Node {
	name: string;
	attributes: Record<string, string>;
	children: Node[];
	text: string;
}

/** More elements, or deeper, than the manifest of any course has. */
const most = { nodes: 50_000, depth: 60 } as const;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Text of an XML file by its byte order mark or its declaration; what says nothing is UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
	const said = /^[^<]*<\?xml[^>]*encoding=["']([\w-]{1,20})["']/.exec(head)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(said, { fatal: true }).decode(bytes);
	} catch (cause) {
		throw scormError('manifest_broken', {
			cause,
			params: { problem: `it is not in ${said}, as it says` },
			detail: `The manifest cannot be read as ${said}.`,
		});
	}
}

/**
 * Reads XML into a tree. A document type, and with it every entity of its own, is refused before anything is expanded:
 * nothing outside is ever fetched, and nothing grows.
 *
 * @throws scorm.manifest_broken with the line and what is wrong
 */
export function readXml(text: string): Node {
	const root: Node = { name: '', attributes: {}, children: [], text: '' };
	const open: Node[] = [root];
	let nodes = 0;
	const parser = new SaxesParser({ xmlns: false });
	const wrong = (problem: string, cause?: unknown) =>
		scormError('manifest_broken', { cause, params: { problem: problem.slice(0, 200) }, detail: problem });
	parser.on('error', (error) => {
		throw wrong(error.message, error);
	});
	parser.on('doctype', () => {
		throw wrong('it has a document type, which no manifest needs');
	});
	parser.on('opentag', ({ name, attributes }) => {
		nodes += 1;
		if (nodes > most.nodes || open.length > most.depth)
			throw wrong('it has more in it than a course can have');
		const node: Node = { name: local(name), attributes: {}, children: [], text: '' };
		for (const [key, value] of Object.entries(attributes)) {
			// Both are kept: `adlcp:scormtype` and `adlcp:scormType` are asked for without their prefix.
			node.attributes[local(key)] ??= value;
		}
		open.at(-1)!.children.push(node);
		open.push(node);
	});
	parser.on('closetag', () => {
		open.pop();
	});
	const write = (piece: string) => {
		open.at(-1)!.text += piece;
	};
	parser.on('text', write);
	parser.on('cdata', write);
	parser.write(text).close();
	const top = root.children[0];
	if (!top) throw wrong('there is nothing in it');
	return top;
}

export const childOf = (node: Node | undefined, name: string) =>
	node?.children.find((child) => child.name === name);
export const childrenOf = (node: Node | undefined, name: string) =>
	node?.children.filter((child) => child.name === name) ?? [];
export const textOf = (node: Node | undefined, name: string) =>
	(childOf(node, name)?.text ?? '').replace(/\s+/g, ' ').trim();

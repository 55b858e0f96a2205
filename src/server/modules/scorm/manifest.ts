import type { ScormVersion } from '../../../shared/scorm/index.ts';
import { scormError } from './errors.ts';
import { childOf, childrenOf, decodeXml, type Node, readXml, textOf } from './xml.ts';

/** What can be launched of a package: a SCO, or a page that says nothing. */
export interface Launchable {
	/** Identifier of its place in the organisation. */
	id: string;
	title: string;
	/** Path in the package, with slashes. */
	path: string;
	/** What follows the path: `?a=b#c`, or nothing. */
	parameters: string;
	/** It speaks with its environment; a page that does not is done when it was opened. */
	talks: boolean;
	launchData: string;
	masteryScore: string;
	completionThreshold: string;
	maxTime: string;
	timeLimitAction: string;
	/** Objectives of 2004, which the data model begins with; a package of before they were read has none. */
	objectives?: string[];
}

/** A part of the organisation; those without a page of their own are headings. */
export interface Part {
	title: string;
	launch: Launchable | null;
	parts: Part[];
}

export interface Manifest {
	version: ScormVersion;
	title: string;
	parts: Part[];
	/** How many of its parts have rules of sequencing, which a course has its own for. */
	sequenced: number;
}

const cut = (text: string, length: number) => [...text].slice(0, length).join('');

/**
 * Reads `imsmanifest.xml`: SCORM 1.2, and 2004 in its 3rd and 4th edition (earlier ones say the same of what is read here).
 *
 * @param files paths of the package; a page that is launched must be one of them
 * @throws scorm.manifest_broken, scorm.nothing_to_launch, scorm.file_missing
 */
export function readManifest(bytes: Uint8Array, files: ReadonlySet<string>): Manifest {
	const root = readXml(decodeXml(bytes));
	if (root.name !== 'manifest')
		throw scormError('manifest_broken', { params: { problem: `it begins with <${cut(root.name, 40)}>` } });
	const version = versionOf(root);
	const resources = new Map<string, { path: string; query: string; talks: boolean }>();
	const base = root.attributes.base ?? '';
	const all = childOf(root, 'resources');
	for (const resource of childrenOf(all, 'resource')) {
		const { identifier, href, scormtype, scormType } = resource.attributes;
		if (!identifier || !href) continue;
		const place = placeOf(`${base}${all?.attributes.base ?? ''}${resource.attributes.base ?? ''}`, href);
		if (place)
			resources.set(identifier, { ...place, talks: (scormType ?? scormtype ?? '').toLowerCase() === 'sco' });
	}
	const organizations = childOf(root, 'organizations');
	const several = childrenOf(organizations, 'organization');
	const chosen =
		several.find(({ attributes }) => attributes.identifier === organizations?.attributes.default) ??
		several[0];
	let sequenced = 0;
	const seen = new Set<string>();
	const part = (node: Node, depth: number): Part => {
		if (childOf(node, 'sequencing')) sequenced += 1;
		const title = cut(textOf(node, 'title') || (node.attributes.identifier ?? ''), 200);
		const resource = resources.get(node.attributes.identifierref ?? '');
		const parts = depth > 20 ? [] : childrenOf(node, 'item').map((item) => part(item, depth + 1));
		if (!resource) return { title, launch: null, parts };
		if (!files.has(resource.path))
			throw scormError('file_missing', {
				params: { path: cut(resource.path, 200) },
				detail: `The manifest launches ${resource.path}, which is not in the package.`,
			});
		let id = cut(node.attributes.identifier || resource.path, 200);
		while (seen.has(id)) id = `${id}-`;
		seen.add(id);
		return { title, launch: launchOf(node, version, { id, title, ...resource }), parts };
	};
	const parts = childrenOf(chosen, 'item').map((item) => part(item, 1));
	const manifest: Manifest = {
		version,
		title: cut(textOf(chosen, 'title'), 200),
		parts,
		sequenced,
	};
	if (launchables(manifest).length > 0) return manifest;
	// A package without an organisation is a heap of resources: what talks is launched as it stands.
	for (const [id, resource] of resources)
		if (files.has(resource.path))
			parts.push({
				title: cut(manifest.title || resource.path, 200),
				launch: launchOf(undefined, version, { id, title: resource.path, ...resource }),
				parts: [],
			});
	if (launchables(manifest).length === 0) throw scormError('nothing_to_launch');
	return manifest;
}

function launchOf(
	node: Node | undefined,
	version: ScormVersion,
	place: { id: string; title: string; path: string; query: string; talks: boolean },
): Launchable {
	const sequencing = childOf(node, 'sequencing');
	const objective = childOf(childOf(sequencing, 'objectives'), 'primaryObjective');
	const named = [
		...childrenOf(childOf(sequencing, 'objectives'), 'primaryObjective'),
		...childrenOf(childOf(sequencing, 'objectives'), 'objective'),
	].flatMap(({ attributes }) => (attributes.objectiveID ? [cut(attributes.objectiveID, 4000)] : []));
	const measured = objective?.attributes.satisfiedByMeasure === 'true';
	const threshold = childOf(node, 'completionThreshold');
	const given = (node?.attributes.parameters ?? '').replace(/^[?&]/, '');
	return {
		id: place.id,
		title: place.title,
		path: place.path,
		parameters: given === '' ? place.query : join(place.query, given),
		talks: place.talks,
		launchData: cut(version === '1.2' ? textOf(node, 'datafromlms') : textOf(node, 'dataFromLMS'), 4000),
		masteryScore:
			version === '1.2'
				? numeric(textOf(node, 'masteryscore'))
				: measured
					? numeric(textOf(objective, 'minNormalizedMeasure')) || '1'
					: '',
		completionThreshold:
			version === '1.2'
				? ''
				: numeric(
						threshold?.attributes.completedByMeasure === 'true'
							? (threshold.attributes.minProgressMeasure ?? '1')
							: (threshold?.text.trim() ?? ''),
					),
		maxTime: cut(
			version === '1.2'
				? textOf(node, 'maxtimeallowed')
				: (childOf(sequencing, 'limitConditions')?.attributes.attemptAbsoluteDurationLimit ?? ''),
			40,
		),
		objectives: version === '2004' ? [...new Set(named)].slice(0, 100) : [],
		timeLimitAction: cut(textOf(node, version === '1.2' ? 'timelimitaction' : 'timeLimitAction'), 40),
	};
}

const numeric = (text: string) => (text !== '' && Number.isFinite(Number(text)) ? text : '');

function join(query: string, given: string): string {
	if (given.startsWith('#')) return `${query}${given}`;
	return query.startsWith('?') ? `${query}&${given}` : `?${given}${query}`;
}

/** Path and query of an address in a manifest; null when it lies elsewhere than in the package. */
export function placeOf(base: string, href: string): { path: string; query: string } | null {
	const at = href.search(/[?#]/);
	const [name, query] = at < 0 ? [href, ''] : [href.slice(0, at), href.slice(at)];
	if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(`${base}${name}`)) return null;
	const parts: string[] = [];
	for (const part of `${base}${name}`.replaceAll('\\', '/').split('/')) {
		if (part === '' || part === '.') continue;
		if (part === '..') {
			if (parts.pop() === undefined) return null;
			continue;
		}
		try {
			parts.push(decodeURIComponent(part));
		} catch {
			parts.push(part);
		}
	}
	return parts.length === 0 || query.length > 1000 ? null : { path: parts.join('/'), query };
}

/** 1.2 says so, or has its namespaces; 2004 says one of many things, or has its own. */
function versionOf(root: Node): ScormVersion {
	const said = textOf(childOf(root, 'metadata'), 'schemaversion').toLowerCase();
	if (/2004|cam 1\.3|1\.3/.test(said)) return '2004';
	if (/^1\.[12]/.test(said)) return '1.2';
	const spaces = Object.values(root.attributes).join(' ');
	return /adlcp_v1p3|imsss/.test(spaces) ? '2004' : '1.2';
}

/** Everything that can be launched, in order. */
export function launchables({ parts }: Pick<Manifest, 'parts'>): Launchable[] {
	return parts.flatMap((part) => [...(part.launch ? [part.launch] : []), ...launchables(part)]);
}

export function findLaunchable(manifest: Pick<Manifest, 'parts'>, id: string): Launchable | null {
	return launchables(manifest).find((one) => one.id === id) ?? null;
}

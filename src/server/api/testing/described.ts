import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

/** The committed description, and a judge of whether what travels is what it says. */
export function readDescription() {
	const document = JSON.parse(readFileSync('src/server/api/openapi.json', 'utf8')) as Json & {
		paths: Record<string, Record<string, Json>>;
	};
	const open = makeAjv(document);
	// An answer may hold nothing that is not described.
	const closed = makeAjv(shut(document) as Json);
	const compiled = new Map<string, ValidateFunction>();

	function check(ajv: Ajv2020, pointer: string, value: unknown): string[] {
		const key = `${ajv === closed ? 'answer' : 'request'} ${pointer}`;
		let validate = compiled.get(key);
		if (!validate) {
			validate = ajv.compile({ $ref: `api#${pointer}` });
			compiled.set(key, validate);
		}
		return validate(value)
			? []
			: (validate.errors ?? []).map(
					(error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
				);
	}

	const at = (path: string, method: string) => `/paths/${escaped(path)}/${method}`;
	return {
		document,
		/** What is wrong with a request's body. */
		request: (path: string, method: string, body: unknown) =>
			check(open, `${at(path, method)}/requestBody/content/application~1json/schema`, body),
		/** What is wrong with a parameter. */
		parameter(path: string, method: string, name: string, value: unknown): string[] {
			const parameters = (document.paths[path]?.[method]?.parameters ?? []) as { name: string }[];
			const index = parameters.findIndex((one) => one.name === name);
			return index < 0
				? [`${name} is not described`]
				: check(open, `${at(path, method)}/parameters/${index}/schema`, value);
		},
		/** What is wrong with an answer. */
		answer(path: string, method: string, status: number, type: string, body: unknown): string[] {
			const responses = document.paths[path]?.[method]?.responses as
				| Record<string, { $ref?: string; content?: Json }>
				| undefined;
			const described = responses?.[status];
			if (!described) return [`status ${status} is not described`];
			const shared = described.$ref?.slice(1);
			const response = shared ? (lookup(document, shared) as { content?: Json }) : described;
			if (!response.content) return body === undefined ? [] : [`status ${status} has no body`];
			if (!(type in response.content)) return [`${type} is not described`];
			return check(
				closed,
				`${shared ?? `${at(path, method)}/responses/${status}`}/content/${escaped(type)}/schema`,
				body,
			);
		},
	};
}

function makeAjv(document: Json): Ajv2020 {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
	ajv.addSchema({ ...document, $id: 'api' });
	return ajv;
}

const escaped = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

function lookup(document: Json, pointer: string): unknown {
	return pointer
		.split('/')
		.slice(1)
		.reduce<unknown>((value, key) => (value as Json)[key], document);
}

/** The same with every described object closed to other members. */
function shut(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(shut);
	if (typeof value !== 'object' || value === null) return value;
	const inner = Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			key === 'example' || key === 'default' ? one : shut(one),
		]),
	);
	return inner.type !== undefined && inner.properties && inner.additionalProperties === undefined
		? { ...inner, additionalProperties: false }
		: inner;
}

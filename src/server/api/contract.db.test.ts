import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApi } from './index.ts';
import { openApiText } from './openapi-text.ts';
import { calls, requestOf } from './testing/calls.ts';
import { testContext, undone } from './testing/context.ts';
import { readDescription } from './testing/described.ts';
import { buildWorld, type World } from './testing/world.ts';
import { operations } from './v1/index.ts';

const ctx = await testContext();
const described = readDescription();
let world: World;
beforeAll(async () => {
	world = await buildWorld(ctx);
});

test('the committed description is that of this code; npm run openapi writes it', () => {
	expect(readFileSync('src/server/api/openapi.json', 'utf8')).toBe(openApiText());
});

test('every operation is called below, and every call is of an operation', () => {
	expect(Object.keys(calls).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test('operations have names and places of their own', () => {
	expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
	expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length);
});

describe('what travels is what the description says', () => {
	test.each(operations.map((operation) => [operation.id, operation] as const))(
		'%s',
		async (id, operation) => {
			const { path, method, returns } = operation;
			const called = calls[id]!(world);
			for (const [name, value] of Object.entries({ ...called.params, ...called.query })) {
				expect(described.parameter(path, method, name, value), name).toEqual([]);
			}
			if (called.body !== undefined) expect(described.request(path, method, called.body)).toEqual([]);
			if (operation.body)
				expect(described.request(path, method, operation.example), 'the example').toEqual([]);
			const response = await undone(ctx, (own) => createApi(own).fetch(requestOf(world, operation, called)));
			const text = await response.text();
			expect([response.status, text.slice(0, 300)], text.slice(0, 2000)).toEqual([
				returns.status,
				text.slice(0, 300),
			]);
			const type = response.headers.get('content-type')?.split(';')[0] ?? '';
			const body = text === '' ? undefined : returns.file ? text : JSON.parse(text);
			expect(described.answer(path, method, response.status, type, body)).toEqual([]);
			expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
			if (operation.creates) expect(response.headers.get('location')).toMatch(/^\/api\/v1\//);
			if (operation.etag) expect(response.headers.get('etag')).toMatch(/^"\d+/);
		},
	);
});

describe('a refusal is a problem that the description names', () => {
	const guarded = operations.filter(({ needs }) => needs !== 'anyone');
	test.each(guarded.map((operation) => [operation.id, operation] as const))(
		'%s without a sign-in',
		async (id, operation) => {
			const response = await undone(ctx, (own) =>
				createApi(own).fetch(requestOf(world, operation, calls[id]!(world), 'visitor')),
			);
			const body = await response.json();
			expect(body).toMatchObject({
				status: 401,
				code: 'common.sign_in_required',
				title: 'Please sign in first.',
			});
			expect(response.headers.get('www-authenticate')).toContain('Bearer');
			expect(
				described.answer(operation.path, operation.method, 401, 'application/problem+json', body),
			).toEqual([]);
		},
	);
});

describe('the examples that are shown are valid', () => {
	const named = Object.entries(
		(described.document.components as { schemas: Record<string, { example?: unknown }> }).schemas,
	);
	test.each(named)('%s has an example', (_, schema) => {
		expect(schema.example).toBeDefined();
	});
});

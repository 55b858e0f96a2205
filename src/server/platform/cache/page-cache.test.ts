import { expect, test } from 'vitest';
import { openPageCache } from './index.ts';

const page = (text: string) => ({ body: Buffer.from(text), contentType: 'text/html', etag: `"${text}"` });

test('a page is kept until one of its tags is dropped', () => {
	const cache = openPageCache();
	cache.set('/a', page('a'), ['item:1', 'feeds'], 60, cache.begin());
	cache.set('/b', page('b'), ['item:2'], 60, cache.begin());
	cache.drop(['item:1']);
	expect(cache.get('/a')).toBeUndefined();
	expect(cache.get('/b')?.body.toString()).toBe('b');
	expect(cache.size.entries).toBe(1);
});

test('a page whose data changed while it was being made is not kept', () => {
	const cache = openPageCache();
	const begun = cache.begin();
	cache.drop(['item:1']);
	cache.set('/a', page('old'), ['item:1'], 60, begun);
	expect(cache.get('/a')).toBeUndefined();
	cache.set('/a', page('new'), ['item:1'], 60, cache.begin());
	expect(cache.get('/a')?.body.toString()).toBe('new');
});

test('a page begun before everything was cleared is not kept', () => {
	const cache = openPageCache();
	const begun = cache.begin();
	cache.clear();
	cache.set('/a', page('old'), [], 60, begun);
	expect(cache.get('/a')).toBeUndefined();
});

test('the least recently read pages go when the weight is reached', () => {
	const cache = openPageCache(40_000);
	for (const key of ['/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8', '/9', '/10']) {
		cache.set(key, page('x'.repeat(2000)), [], 60, cache.begin());
		cache.get('/1');
	}
	expect(cache.get('/1')).toBeDefined();
	expect(cache.size.bytes).toBeLessThanOrEqual(40_000);
	cache.set('/11', page('x'.repeat(2700)), [], 60, cache.begin());
	expect(cache.get('/2')).toBeUndefined();
	expect(cache.get('/1')).toBeDefined();
});

test('an entry past its time is gone', () => {
	const cache = openPageCache();
	cache.set('/a', page('a'), [], -1, cache.begin());
	expect(cache.get('/a')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { stem } from './stem.ts';

it.each([
	['indexes', 'index'],
	['indexing', 'index'],
	['queries', 'queri'],
	['query', 'queri'],
	['running', 'run'],
	['hoping', 'hope'],
	['hopping', 'hop'],
	['added', 'add'],
	['agreed', 'agre'],
	['ties', 'tie'],
	['dying', 'die'],
	['news', 'news'],
	['relational', 'relat'],
	['scalability', 'scalabl'],
	['generalization', 'general'],
	['communities', 'communiti'],
	['happily', 'happili'],
	['yields', 'yield'],
	['controlling', 'control'],
	['adjustment', 'adjust'],
	['go', 'go'],
])('%s has the stem %s', (word, expected) => {
	expect(stem(word)).toBe(expected);
});

it('leaves what is no English word as it is', () => {
	expect(stem('k8s2')).toBe('k8s2');
	expect(stem('')).toBe('');
});

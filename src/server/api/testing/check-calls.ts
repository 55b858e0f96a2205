import type { Called } from './called.ts';
import type { World } from './world.ts';

/** One call of every operation of the checks. */
export const checkCalls: Record<string, (world: World) => Called> = {
	listTextChecks: ({ items }) => ({ as: 'author', params: { id: items.held } }),
	listStoppedTexts: () => ({ as: 'admin', query: { limit: 5 } }),
	listCheckRules: () => ({ as: 'admin' }),
	setCheckRule: () => ({
		as: 'admin',
		params: { name: 'links' },
		body: { action: 'hold', forNew: 3, forOthers: 20 },
	}),
	resetCheckRule: () => ({ as: 'admin', params: { name: 'links' } }),
	listWordLists: () => ({ as: 'admin' }),
	createWordList: () => ({
		as: 'admin',
		body: { name: 'Advertising', action: 'hold', words: 'buy followers' },
	}),
	readWordList: ({ checks }) => ({ as: 'admin', params: { id: checks.list } }),
	updateWordList: ({ checks }) => ({ as: 'admin', params: { id: checks.list }, body: { action: 'note' } }),
	deleteWordList: ({ checks }) => ({ as: 'admin', params: { id: checks.list } }),
	listCheckedDomains: () => ({ as: 'admin', query: { limit: 5 } }),
	setCheckedDomain: () => ({ as: 'admin', params: { domain: 'other.example' }, body: { allowed: true } }),
	unsetCheckedDomain: () => ({ as: 'admin', params: { domain: 'spam.example' } }),
	tryText: () => ({ as: 'admin', body: { text: '代.开发票' } }),
	listTextModels: () => ({ as: 'admin' }),
	useTextModel: ({ checks }) => ({ as: 'admin', params: { id: checks.model } }),
	stopUsingTextModel: ({ checks }) => ({ as: 'admin', params: { id: checks.model } }),
	listCheckRuns: () => ({ as: 'admin' }),
	trainTextModel: () => ({ as: 'admin', params: { task: 'spam' } }),
	recheckTexts: () => ({ as: 'admin' }),
	readMood: () => ({ as: 'admin', query: { weeks: 2 } }),
};

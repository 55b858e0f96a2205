// Who may use whom: each floor only floors below, modules only those under them and only through index.ts.

const S = '^src/server';

// From the ground up; a module may import any of a group before its own, and none of its own or later.
const order = [
	['accounts'],
	['spaces', 'entitlements', 'ledger', 'media', 'behaviour'],
	['items'],
	['questions', 'articles', 'discussions', 'snippets', 'catalog', 'courses'],
	['orders', 'subscriptions', 'growth', 'checks', 'payouts', 'invoices'],
	// What follows from what people did: who looks at it, what it earns.
	['moderation', 'rewards', 'leaderboards', 'fairplay'],
	// The place decides over itself, and sees how it is.
	['governance', 'quality'],
	['asks', 'groups', 'gifts'],
	// What stands on courses: what is marked, what proves it, who learns together.
	['assessments', 'scorm'],
	['assignments'],
	['credentials'],
	// Questions at lessons, and what waits for who answers them.
	['mentoring'],
	['cohorts', 'organisations', 'experts', 'lti', 'xapi'],
	['search'],
	['notifications', 'webhooks', 'privacy', 'admin'],
];

// Sideways arrows that are honest: one direction, agreed on here, no loop.
const sideways = { entitlements: ['spaces'], subscriptions: ['orders'] };

const module = (names) => `${S}/modules/(?:${names.join('|')})/`;

const upward = order.flatMap((group, level) =>
	group.map((name) => {
		const forbidden = order
			.slice(level)
			.flat()
			.filter((other) => other !== name && !(sideways[name] ?? []).includes(other));
		return {
			name: `modules-${name}-downwards`,
			comment: `${name} knows only modules under it; upwards publish an event, sideways in one story write a flow.`,
			severity: 'error',
			from: { path: module([name]), pathNot: '\\.test\\.ts$|/testing\\.ts$' },
			to: { path: module(forbidden) },
		};
	}),
);

const floor = (name, from, to, comment, except) => ({
	name: `floor-${name}`,
	comment,
	severity: 'error',
	from: { path: from, pathNot: ['\\.test\\.ts$', '/testing', '/test-database\\.ts$'] },
	to: { path: to, ...(except ? { pathNot: except } : {}) },
});

export default {
	forbidden: [
		{
			name: 'no-loops',
			comment:
				'A loop means that nothing in it can be understood alone. (A comment holds comments: the one component that shows itself.)',
			severity: 'error',
			from: { path: '^src', pathNot: 'Comment\\.svelte$' },
			to: { circular: true },
		},
		floor(
			'kernel',
			`${S}/kernel/`,
			`${S}/`,
			'The kernel is pure: it imports nothing of Stoa.',
			`${S}/kernel/`,
		),
		floor(
			'contracts',
			`${S}/contracts/`,
			`${S}/`,
			'Contracts are types and small rules over the kernel.',
			`${S}/(?:kernel|contracts)/`,
		),
		floor(
			'platform',
			`${S}/platform/`,
			`${S}/`,
			'The platform knows the outside, not the domains.',
			`${S}/(?:kernel|contracts|platform)/`,
		),
		floor('modules', `${S}/modules/`, `${S}/(?:flows|api|main)/`, 'Modules do not know who calls them.'),
		floor('flows', `${S}/flows/`, `${S}/(?:api|main)/`, 'Flows do not know who calls them.'),
		floor('api', `${S}/api/`, `${S}/main/`, 'The API is mounted by main, not the other way round.'),
		floor('server', S, '^src/(?:lib|routes)/', 'The server does not know the pages.', '^src/lib/paraglide/'),
		{
			name: 'faces-only',
			comment: 'A module is used through its index.ts; what else lies in its folder is its own.',
			severity: 'error',
			from: { path: '^src/', pathNot: [`${S}/modules/`, '\\.test\\.ts$', '/testing\\.ts$'] },
			to: { path: `${S}/modules/[^/]+/`, pathNot: `${S}/modules/[^/]+/(?:index|testing)\\.ts$` },
		},
		{
			name: 'faces-only-between-modules',
			comment: 'A module is used through its index.ts; what else lies in its folder is its own.',
			severity: 'error',
			from: { path: `${S}/modules/([^/]+)/`, pathNot: '\\.test\\.ts$|/testing\\.ts$' },
			to: {
				path: `${S}/modules/[^/]+/`,
				pathNot: [`${S}/modules/$1/`, `${S}/modules/[^/]+/(?:index|testing)\\.ts$`],
			},
		},
		...upward,
	],
	options: {
		doNotFollow: { path: 'node_modules|\\.svelte-kit|^src/lib/paraglide' },
		exclude: { path: '\\.svelte-kit|^\\$' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			conditionNames: ['stoa-source', 'import', 'node', 'default'],
			exportsFields: ['exports'],
		},
	},
};

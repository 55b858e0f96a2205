import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { callAs } from './api.ts';
import { faultsAnywhere, looked } from './axe.ts';
import { signIn, useBrowser } from './browser.ts';

const { site, open } = useBrowser();

/**
 * Who may open which page. Everything lies in a private space: `author` owns it and wrote what is there, `member` joined
 * by invitation (and bought something elsewhere), `stranger` is signed in but not in it; `mod` and `admin` look after the
 * whole place. 303 leads to signing in or, who is in already, away from it; 404 does not tell that there is something.
 */
const table = `
route                               visitor  stranger member   author   mod      admin
/                                   200      200      200      200      200      200
/[kind]                             200      200      200      200      200      200
/[kind]/[id=integer]/[[slug]]       404      404      200      200      200      200
/[kind]/[id=integer]/arrange        303      404      403      200      200      200
/[kind]/[id=integer]/bounty         404      404      200      200      200      200
/[kind]/[id=integer]/comments       404      404      200      200      200      200
/[kind]/[id=integer]/edit           303      404      403      200      200      200
/[kind]/[id=integer]/group          404      404      200      200      200      200
/[kind]/[id=integer]/manage         303      404      200      200      200      200
/[kind]/[id=integer]/quality        303      404      404      200      200      200
/[kind]/[id=integer]/raw            404      404      200      200      200      200
/[kind]/[id=integer]/retag          303      404      403      200      200      200
/[kind]/[id=integer]/revisions      404      404      200      200      200      200
/.well-known/did.json               200      200      200      200      200      200
/_dev/ui                            200      200      200      200      200      200
/admin                              303      403      403      403      200      200
/admin/badges                       303      403      403      403      200      200
/admin/checks                       303      403      403      403      200      200
/admin/checks/lists/[id=integer]    303      403      403      403      200      200
/admin/checks/models                303      403      403      403      200      200
/admin/checks/mood                  303      403      403      403      200      200
/admin/checks/try                   303      403      403      403      200      200
/admin/disputes                     303      403      403      403      403      200
/admin/health                       303      403      403      403      200      200
/admin/experts                      303      403      403      403      200      200
/admin/fair-play                    303      403      403      403      200      200
/admin/fair-play/[id=integer]       303      403      403      403      200      200
/admin/invoices                     303      403      403      403      403      200
/admin/invoices/taxes               303      403      403      403      403      200
/admin/items                        303      403      403      403      200      200
/admin/ledger                       303      403      403      403      403      200
/admin/moderation                   303      403      403      403      200      200
/admin/orders                       303      403      403      403      403      200
/admin/payouts                      303      403      403      403      403      200
/admin/payouts/batches/[id=integer] 303      403      403      403      403      404
/admin/payouts/batches/[id=integer]/file 303 403 403 403 403 404
/admin/payouts/shares               303      403      403      403      403      200
/admin/people                       303      403      403      403      200      200
/admin/platforms                    303      403      403      403      403      200
/admin/pool                         303      403      403      403      403      200
/admin/promotions                   303      403      403      403      403      200
/admin/quests                       303      403      403      403      403      200
/admin/reconciliation               303      403      403      403      403      200
/admin/records                      303      403      403      403      403      200
/admin/records/export               303      403      403      403      403      200
/admin/refunds                      303      403      403      403      403      200
/admin/reviews                      303      403      403      403      200      200
/admin/settings                     303      403      403      403      403      200
/admin/shop                         303      403      403      403      403      200
/admin/spaces                       303      403      403      403      200      200
/admin/standing                     303      403      403      403      403      200
/admin/standing/[id=integer]        303      403      403      403      403      200
/admin/standing/draft               303      403      403      403      403      303
/admin/subscriptions                303      403      403      403      403      200
/ask                                303      200      200      200      200      200
/ask/similar                        401      200      200      200      200      200
/asks                               303      200      200      200      200      200
/asks/[id=integer]                  404      404      200      200      404      200
/asks/offers                        303      200      200      200      200      200
/badges                             200      200      200      200      200      200
/badges/[id=integer]                200      200      200      200      200      200
/bookmarks                          303      200      200      200      200      200
/bundles/[slug]                     404      404      200      200      200      200
/calendar/[token].ics               404      404      404      404      404      404
/certificates                       303      200      200      200      200      200
/certificates/[token]               200      200      200      200      200      200
/certificates/[token]/credential.json 200 200 200 200 200 200
/certificates/[token]/pdf           200      200      200      200      200      200
/checkout                           303      200      200      200      200      200
/checkout/[provider]/[reference]    303      404      404      404      404      404
/checkout/[provider]/[reference]/back 303 404 404 404 404 404
/checkout/[provider]/notify         405      405      405      405      405      405
/checkout/sandbox/[reference]       303      404      200      404      404      404
/checkout/sandbox/notify            405      405      405      405      405      405
/checkout/wechat/payer              303      404      404      404      404      404
/cohorts                            200      200      200      200      200      200
/cohorts/[id=integer]               404      404      200      200      200      200
/cohorts/[id=integer]/class         404      404      200      200      200      200
/cohorts/[id=integer]/members       404      404      403      200      200      200
/courses                            200      200      200      200      200      200
/courses/[id=integer]/lessons/[lesson=integer] 404 404 200 200 200 200
/courses/[id=integer]/lessons/[lesson=integer]/exercise 303 404 200 200 200 200
/courses/[id=integer]/lessons/[lesson=integer]/assignment 303 404 200 200 200 200
/courses/[id=integer]/lessons/[lesson=integer]/quiz 303 404 200 200 200 200
/courses/[id=integer]/lessons/[lesson=integer]/reviews 303 404 303 303 303 303
/courses/[id=integer]/questions     404      404      200      200      200      200
/courses/[id=integer]/search        404      404      200      200      200      200
/courses/[id=integer]/reviews       404      404      200      200      200      200
/credentials/status/[id=integer]    200      200      200      200      200      200
/desk                               303      200      200      200      200      200
/drafts                             303      200      200      200      200      200
/elections                          200      200      200      200      200      200
/elections/[id=integer]             200      200      200      200      200      200
/elections/[id=integer]/ballots     200      200      200      200      200      200
/elections/new                      303      403      403      403      403      200
/experts                            200      200      200      200      200      200
/experts/applications               303      403      403      200      200      200
/experts/applications/[id=integer]  303      404      404      404      200      200
/experts/apply                      303      200      200      200      200      200
/faces/[code].svg                   200      200      200      200      200      200
/files/[id=integer]                 303      404      404      404      404      404
/forgot-password                    200      200      200      200      200      200
/gifts                              303      200      200      200      200      200
/gifts/[code]                       200      200      200      200      200      200
/gifts/new                          303      200      200      200      200      200
/groups                             303      200      200      200      200      200
/groups/[id=integer]                200      200      200      200      200      200
/health-of-the-place                200      200      200      200      200      200
/icons/[version].css                200      200      200      200      200      200
/invitations/[token]                200      200      200      200      200      200
/invoices                           303      200      200      200      200      200
/invoices/[id=integer]/pdf          303      404      404      404      404      404
/juries                             200      200      200      200      200      200
/juries/[id=integer]                200      200      200      200      200      200
/leaderboard                        200      200      200      200      200      200
/learning                           303      200      200      200      200      200
/learning/notes                     303      200      200      200      200      200
/learning/notes/markdown            303      200      200      200      200      200
/launched                           200      200      200      200      200      200
/lesson-questions/[id=integer]      404      404      200      200      200      200
/library                            303      200      200      200      200      200
/manifest.webmanifest               200      200      200      200      200      200
/moderation                         303      403      403      200      200      200
/moderation/appeals                 303      403      403      200      200      200
/moderation/cases/[id=integer]      303      403      403      404      200      200
/moderation/decisions/[id=integer]  303      404      404      200      200      200
/moderation/health                  303      403      403      403      200      200
/moderation/mine                    303      200      200      200      200      200
/moderation/reports                 303      200      200      200      200      200
/moderation/reversals               200      200      200      200      200      200
/moderation-log                     200      200      200      200      200      200
/notifications                      303      200      200      200      200      200
/offline                            200      200      200      200      200      200
/orders                             303      200      200      200      200      200
/orders/[id=integer]                303      404      200      404      404      200
/orders/[id=integer]/receipt        303      404      404      404      404      404
/organisations                      303      200      200      200      200      200
/organisations/[slug]               303      404      200      200      404      200
/organisations/[slug]/log           303      404      403      200      404      200
/organisations/[slug]/people        303      404      403      200      404      200
/organisations/[slug]/report        303      404      403      200      404      200
/organisations/[slug]/report/csv    303      404      403      200      404      200
/organisations/[slug]/report/people/[handle] 303      404      403      200      404      200
/organisations/[slug]/report/xapi   303      404      403      200      404      200
/organisations/[slug]/seats         303      404      403      200      404      200
/organisations/[slug]/settings      303      404      403      200      404      200
/organisations/[slug]/sign-on       404      404      404      404      404      404
/organisations/[slug]/sign-on/done  303      404      404      404      404      404
/organisations/[slug]/teams         303      404      403      200      404      200
/organisations/[slug]/trainings     303      404      403      200      404      200
/organisations/domains/[token]      200      200      200      200      200      200
/organisations/invitations/[token]  200      200      200      200      200      200
/organisations/new                  303      200      200      200      200      200
/organisations/sign-on              200      200      200      200      200      200
/outbox                             200      200      200      200      200      200
/paths                              200      200      200      200      200      200
/paths/[id=integer]/[[slug]]        200      200      200      200      200      200
/paths/new                          200      200      200      200      200      200
/paths/test                         303      200      200      200      200      200
/people                             200      200      200      200      200      200
/people/[handle]                    200      200      200      200      200      200
/people/[handle]/ask                200      200      200      200      200      200
/people/[handle]/expert             200      200      200      200      200      200
/people/[handle]/talks              200      200      200      200      200      200
/people/[handle]/tip                200      200      200      200      200      200
/pictures                           405      405      405      405      405      405
/pool                               200      200      200      200      200      200
/pool/[month]                       200      200      200      200      200      200
/preferences                        303      303      303      303      303      303
/preview                            405      405      405      405      405      405
/pricing                            200      200      200      200      200      200
/quests                             200      200      200      200      200      200
/quests/[id=integer]                200      200      200      200      200      200
/replies/[id=integer]/edit          303      404      403      200      200      200
/report                             303      404      200      200      200      200
/reset-password                     200      200      200      200      200      200
/review                             303      200      200      200      200      200
/rules                              200      200      200      200      200      200
/rules/proposals/[id=integer]       200      200      200      200      200      200
/rules/propose                      303      200      200      200      200      200
/search                             200      200      200      200      200      200
/seats                              303      200      200      200      200      200
/privileges                         200      200      200      200      200      200
/settings                           303      200      200      200      200      200
/settings/keys                      303      200      200      200      200      200
/settings/portrait                  303      200      200      200      200      200
/settings/security                  303      200      200      200      200      200
/shop                               200      200      200      200      200      200
/sign-in                            200      303      303      303      303      303
/sign-in/with/[provider]            303      303      303      303      303      303
/sign-out                           303      303      303      303      303      303
/sign-up                            200      303      303      303      303      303
/spaces                             200      200      200      200      200      200
/spaces/[slug]                      404      404      200      200      200      200
/spaces/[slug]/about                404      404      200      200      200      200
/spaces/[slug]/invitations          404      404      403      200      200      200
/spaces/[slug]/members              404      404      200      200      200      200
/spaces/[slug]/settings             404      404      403      200      200      200
/spaces/[slug]/settings/members     404      404      403      200      200      200
/spaces/[slug]/settings/plans       404      404      403      403      200      200
/spaces/new                         303      403      403      403      200      200
/standing                           303      200      200      200      200      200
/studio                             303      200      200      200      200      200
/studio/affiliate                   303      200      200      200      200      200
/studio/coupons                     303      200      200      200      200      200
/studio/courses                     303      200      200      200      200      200
/studio/courses/[id=integer]        303      404      403      200      200      200
/studio/courses/[id=integer]/certificates 303 404 403 200 200 200
/studio/courses/[id=integer]/cohorts 303 404 403 200 200 200
/studio/courses/[id=integer]/cohorts/[cohort=integer] 303 404 403 200 200 200
/studio/courses/[id=integer]/learners 303 404 403 200 200 200
/studio/courses/[id=integer]/learners/csv 404 404 403 200 200 200
/studio/courses/[id=integer]/lessons/[lesson=integer] 303 404 403 200 200 200
/studio/courses/[id=integer]/lessons/[lesson=integer]/assignment 303 404 403 200 200 200
/studio/courses/[id=integer]/lessons/[lesson=integer]/attempts 303 404 403 200 200 200
/studio/courses/[id=integer]/lessons/[lesson=integer]/exercise 303 404 403 200 200 200
/studio/courses/[id=integer]/lessons/[lesson=integer]/quiz 303 404 403 200 200 200
/studio/courses/[id=integer]/packages 303 404 403 200 200 200
/studio/courses/[id=integer]/extensions 303 404 403 200 200 200
/studio/courses/[id=integer]/archive 303 404 403 200 200 200
/studio/courses/[id=integer]/archive/zip 303 404 403 200 200 200
/studio/courses/import              303      200      200      200      200      200
/studio/courses/[id=integer]/people 303      404      403      200      200      200
/studio/courses/[id=integer]/questions 303 404 403 200 200 200
/studio/courses/[id=integer]/settings 303 404 403 200 200 200
/studio/courses/[id=integer]/versions 303 404 403 200 200 200
/studio/marking                     303      200      200      200      200      200
/studio/marking/[id=integer]        303      404      403      200      200      200
/studio/marking/answers/[id=integer] 303 404 403 200 200 200
/studio/media                       303      200      200      200      200      200
/studio/media/[id=integer]          303      404      404      200      404      200
/studio/offers                      303      200      200      200      200      200
/studio/paths                       303      200      200      200      200      200
/studio/paths/[id=integer]          303      404      404      404      200      200
/studio/payouts                     303      200      200      200      200      200
/studio/refunds                     303      200      200      200      200      200
/studio/sales                       303      200      200      200      200      200
/studio/splits                      303      200      200      200      200      200
/studio/statements                  303      200      200      200      200      200
/studio/statements/[month]          303      200      200      200      200      200
/studio/statements/[month]/csv      303      200      200      200      200      200
/subscriptions                      303      200      200      200      200      200
/subscriptions/[id=integer]         303      404      200      404      404      200
/tags                               200      200      200      200      200      200
/tags/[slug]                        200      200      200      200      200      200
/tags/[slug]/edit                   303      403      403      403      200      200
/talks                              303      200      200      200      200      200
/two-factor                         200      200      200      200      200      200
/verify-email                       200      200      200      200      200      200
/via/[code]                         303      303      303      303      303      303
/write                              303      200      200      200      200      200
/write/[form]                       303      200      200      200      200      200
`;

const personas = {
	visitor: null,
	stranger: 'tom-h',
	member: 'wu-tong',
	author: 'he-ping',
	mod: 'lin-wei',
	admin: 'mia-c',
} as const;
type Persona = keyof typeof personas;

const cookies = { visitor: '' } as Record<Persona, string>;
/** The address of each route that has brackets. */
let addresses: Record<string, string>;

beforeAll(async () => {
	for (const [persona, handle] of Object.entries(personas))
		if (handle) cookies[persona as Persona] = (await signIn(site, handle)).join('; ');
	const slug = `matrix-${Date.now().toString(36)}`;
	const space = await call('admin', 'POST', '/spaces', { slug, name: 'Matrix', access: 'private' });
	const { token } = await call('admin', 'POST', `/spaces/${slug}/invitations`, { maxUses: 5, days: 1 });
	for (const persona of ['member', 'author'] as const)
		await call(persona, 'PUT', `/invitations/${token}/acceptance`);
	const { data: members } = (await call('admin', 'GET', `/spaces/${slug}/members`)) as unknown as {
		data: { person: { id: number; handle: string } }[];
	};
	const owner = members.find(({ person }) => person.handle === personas.author)?.person;
	await call('admin', 'PUT', `/spaces/${slug}/members/${owner?.id}`, { role: 'owner' });
	const text = {
		spaceId: space.id,
		language: 'en',
		tags: ['testing'],
		source: 'Words that only members read. '.repeat(4),
	};
	const question = await call('author', 'POST', '/items', {
		...text,
		kind: 'question',
		title: 'Asked inside',
	});
	const column = await call('author', 'POST', '/items', { ...text, kind: 'column', title: 'Written inside' });
	const snippet = await call('author', 'POST', '/items', {
		...text,
		kind: 'snippet',
		title: 'Code inside',
		data: { language: 'ts', code: 'export {}' },
	});
	const reply = await call('author', 'POST', `/items/${question.id}/replies`, {
		kind: 'comment',
		source: 'A comment that is long enough to stand.',
	});
	const { data: spaces } = (await call('author', 'GET', '/spaces?limit=50')) as unknown as {
		data: { id: number; slug: string }[];
	};
	const spaceId = spaces.find(({ slug }) => slug === 'commons')?.id;
	const paid = await call('author', 'POST', '/items', {
		...text,
		spaceId,
		kind: 'article',
		title: 'Sold to everybody',
		access: 'paid',
	});
	await call('author', 'PUT', `/items/${paid.id}/price`, { amount: 1900, currency: 'CNY' });
	const offers = (await call('member', 'GET', `/items/${paid.id}/offers`)) as unknown as {
		data: { id: number }[];
	};
	const order = await call('member', 'POST', '/orders', { offerId: offers.data[0]?.id });
	const payment = await call('member', 'POST', `/orders/${order.id}/payments`, { provider: 'sandbox' });
	const plans = (await call('member', 'GET', '/spaces/ai-craft/offers')) as unknown as {
		data: { id: number; trialDays: number | null }[];
	};
	await call('member', 'POST', '/orders', { offerId: plans.data.find(({ trialDays }) => trialDays)?.id });
	const mine = (await call('member', 'GET', '/subscriptions')) as unknown as { data: { id: number }[] };
	const [tried] = mine.data;
	const deals = await makeDeals(text, Number(paid.id), Number(offers.data[0]?.id));
	const sold = [];
	for (const title of ['Sold inside', 'Sold inside, too']) {
		const article = await call('author', 'POST', '/items', {
			...text,
			kind: 'article',
			title,
			access: 'paid',
		});
		await call('author', 'PUT', `/items/${article.id}/price`, { amount: 900, currency: 'CNY' });
		sold.push(article.id);
	}
	const price = { amount: 1500, currency: 'CNY' };
	const bundle = await call('author', 'POST', '/bundles', { title: 'Both inside', itemIds: sold, price });
	const { course, lesson, asked, waiting } = await makeCourse(Number(space.id));
	const studio = `/studio/courses/${course}`;
	const { data: certificates } = (await call('member', 'GET', '/me/certificates')) as unknown as {
		data: { token: string }[];
	};
	const certificate = `/certificates/${certificates[0]?.token}`;
	const credential = (await (await fetch(`${site}${certificate}/credential.json`)).json()) as {
		credentialStatus: { statusListCredential: string };
	};
	const { data: paths } = (await call('member', 'GET', '/paths')) as unknown as {
		data: { id: number; slug: string }[];
	};
	const path = paths[0];
	const [badges, quests, pools] = (await Promise.all(
		['/badges', '/quests', '/pools'].map((path) => call('member', 'GET', path)),
	)) as unknown as { data: { id: number; month: string }[] }[];
	const company = await makeOrganisation();
	const { cohort, question: asking } = await makeCohort(course, lesson);
	const { reported, decided } = await makeDecision(Number(reply.id));
	const { data: findings } = (await call('admin', 'GET', '/fair-play/findings')) as unknown as {
		data: { id: number }[];
	};
	const { data: applications } = (await call('admin', 'GET', '/expert-applications')) as unknown as {
		data: { id: number; person: { handle: string } }[];
	};
	const applied = applications.find(({ person }) => person.handle === 'tang-li');
	const inside = `/questions/${question.id}`;
	const home = await (await fetch(site)).text();
	addresses = {
		'/[kind]': '/questions',
		'/[kind]/[id=integer]/[[slug]]': `${inside}/${question.slug}`,
		'/[kind]/[id=integer]/arrange': `/columns/${column.id}/arrange`,
		'/[kind]/[id=integer]/bounty': `${inside}/bounty`,
		'/[kind]/[id=integer]/comments': `${inside}/comments`,
		'/[kind]/[id=integer]/group': deals.together,
		'/asks/[id=integer]': deals.ask,
		'/gifts/[code]': deals.gift,
		'/gifts/new': `/gifts/new?item=${paid.id}`,
		'/groups/[id=integer]': deals.group,
		'/[kind]/[id=integer]/edit': `${inside}/edit`,
		'/[kind]/[id=integer]/manage': `${inside}/manage`,
		'/[kind]/[id=integer]/quality': `${inside}/quality`,
		// Those of the demo: an election that is counted, a jury that has decided, a proposal that is in force.
		'/elections/[id=integer]': '/elections/1',
		'/elections/[id=integer]/ballots': '/elections/1/ballots',
		'/juries/[id=integer]': '/juries/1',
		'/rules/proposals/[id=integer]': '/rules/proposals/1',
		'/[kind]/[id=integer]/raw': `/snippets/${snippet.id}/raw`,
		'/[kind]/[id=integer]/retag': `${inside}/retag`,
		'/[kind]/[id=integer]/revisions': `${inside}/revisions`,
		'/admin/standing/[id=integer]': '/admin/standing/1',
		'/admin/fair-play/[id=integer]': `/admin/fair-play/${findings[0]?.id}`,
		'/experts/applications/[id=integer]': `/experts/applications/${applied?.id}`,
		'/people/[handle]/expert': '/people/he-ping/expert',
		'/bundles/[slug]': `/bundles/${bundle.slug}`,
		'/badges/[id=integer]': `/badges/${badges?.data[0]?.id}`,
		'/quests/[id=integer]': `/quests/${quests?.data[0]?.id}`,
		'/pool/[month]': `/pool/${pools?.data[0]?.month.slice(0, 7)}`,
		'/certificates/[token]': certificate,
		'/certificates/[token]/credential.json': `${certificate}/credential.json`,
		'/certificates/[token]/pdf': `${certificate}/pdf`,
		'/credentials/status/[id=integer]': new URL(credential.credentialStatus.statusListCredential).pathname,
		'/calendar/[token].ics': '/calendar/1-none.ics',
		'/moderation/cases/[id=integer]': `/moderation/cases/${reported}`,
		'/moderation/decisions/[id=integer]': `/moderation/decisions/${decided}`,
		'/report': `/report?item=${question.id}`,
		'/cohorts/[id=integer]': `/cohorts/${cohort}`,
		'/cohorts/[id=integer]/class': `/cohorts/${cohort}/class`,
		'/cohorts/[id=integer]/members': `/cohorts/${cohort}/members`,
		'/lesson-questions/[id=integer]': `/lesson-questions/${asking}`,
		'/courses/[id=integer]/questions': `/courses/${course}/questions`,
		'/studio/courses/[id=integer]/cohorts/[cohort=integer]': `${studio}/cohorts/${cohort}`,
		'/courses/[id=integer]/reviews': `/courses/${course}/reviews`,
		'/courses/[id=integer]/search': `/courses/${course}/search?q=members`,
		'/paths/[id=integer]/[[slug]]': `/paths/${path?.id}/${encodeURIComponent(path?.slug ?? '')}`,
		'/studio/paths/[id=integer]': `/studio/paths/${path?.id}`,
		'/courses/[id=integer]/lessons/[lesson=integer]': `/courses/${course}/lessons/${lesson}`,
		...Object.fromEntries(
			Object.entries(asked).flatMap(([kind, id]) => [
				[
					`/courses/[id=integer]/lessons/[lesson=integer]/${kind}`,
					`/courses/${course}/lessons/${id}/${kind}`,
				],
				[`/studio/courses/[id=integer]/lessons/[lesson=integer]/${kind}`, `${studio}/lessons/${id}/${kind}`],
			]),
		),
		...Object.fromEntries(
			[
				'',
				'/certificates',
				'/cohorts',
				'/learners',
				'/learners/csv',
				'/archive',
				'/extensions',
				'/archive/zip',
				'/packages',
				'/people',
				'/questions',
				'/settings',
				'/versions',
			].map((under) => [`/studio/courses/[id=integer]${under}`, `${studio}${under}`]),
		),
		'/studio/courses/[id=integer]/lessons/[lesson=integer]': `${studio}/lessons/${lesson}`,
		'/studio/courses/[id=integer]/lessons/[lesson=integer]/attempts': `${studio}/lessons/${lesson}/attempts`,
		'/courses/[id=integer]/lessons/[lesson=integer]/reviews': `/courses/${course}/lessons/${asked.assignment}/reviews`,
		'/studio/marking/[id=integer]': `/studio/marking/${waiting.work}`,
		'/studio/marking/answers/[id=integer]': `/studio/marking/answers/${waiting.attempt}`,
		'/files/[id=integer]': '/files/999999',
		'/via/[code]': '/via/000000000000',
		'/checkout': `/checkout?item=${paid.id}`,
		'/checkout/[provider]/[reference]': '/checkout/stripe/none',
		'/checkout/[provider]/[reference]/back': '/checkout/stripe/none/back',
		'/checkout/[provider]/notify': '/checkout/stripe/notify',
		'/checkout/sandbox/[reference]': `/checkout/sandbox/${payment.reference}`,
		'/faces/[code].svg': (/\/faces\/[\w-]+\.svg/.exec(home) as RegExpExecArray)[0],
		'/icons/[version].css': (/\/icons\/[\w-]+\.css/.exec(home) as RegExpExecArray)[0],
		'/invitations/[token]': `/invitations/${token}`,
		...Object.fromEntries(
			[
				'',
				'/log',
				'/people',
				'/report',
				'/report/csv',
				'/report/xapi',
				'/seats',
				'/settings',
				'/sign-on',
				'/sign-on/done',
				'/teams',
				'/trainings',
			].map((under) => [`/organisations/[slug]${under}`, company.address + under]),
		),
		'/organisations/[slug]/report/people/[handle]': `${company.address}/report/people/${personas.member}`,
		'/organisations/domains/[token]': '/organisations/domains/spent',
		'/organisations/invitations/[token]': company.invitation,
		'/orders/[id=integer]': `/orders/${order.id}`,
		'/orders/[id=integer]/receipt': `/orders/${order.id}/receipt`,
		...Object.fromEntries(
			['', '/ask', '/talks', '/tip'].map((under) => [`/people/[handle]${under}`, `/people/he-ping${under}`]),
		),
		'/admin/checks/lists/[id=integer]': '/admin/checks/lists/1',
		'/admin/payouts/batches/[id=integer]': '/admin/payouts/batches/999999',
		'/admin/payouts/batches/[id=integer]/file': '/admin/payouts/batches/999999/file',
		'/invoices/[id=integer]/pdf': '/invoices/999999/pdf',
		'/studio/media/[id=integer]': `/studio/media/${await upload('author')}`,
		'/studio/statements/[month]': '/studio/statements/2026-01',
		'/studio/statements/[month]/csv': '/studio/statements/2026-01/csv',
		'/replies/[id=integer]/edit': `/replies/${reply.id}/edit`,
		'/sign-in/with/[provider]': '/sign-in/with/github',
		'/subscriptions/[id=integer]': `/subscriptions/${tried?.id}`,
		'/tags/[slug]': '/tags/postgresql',
		'/tags/[slug]/edit': '/tags/postgresql/edit',
		'/write/[form]': '/write/article',
		...Object.fromEntries(
			['', '/about', '/invitations', '/members', '/settings', '/settings/members', '/settings/plans'].map(
				(under) => [`/spaces/[slug]${under}`, `/spaces/${slug}${under}`],
			),
		),
	};
});

const rows = table
	.trim()
	.split('\n')
	.slice(1)
	.map((line) => line.trim().split(/\s+/) as [string, ...string[]]);

test('every page is in the table', () => {
	const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
	const routes = new Set(
		files
			.filter((file) => /\+(page\.svelte|server\.ts)$/.test(file))
			.map((file) => `/${file}`.replace(/\/\+[^/]+$/, '') || '/'),
	);
	expect(rows.map(([route]) => route).sort()).toEqual([...routes].sort());
});

test('every page opens for whom it should, and for nobody else', async () => {
	const found = [];
	for (const [route] of rows) {
		const statuses = [];
		for (const persona of Object.keys(personas) as Persona[]) {
			const response = await fetch(site + (addresses[route] ?? route), {
				headers: { cookie: cookies[persona], accept: 'text/html' },
				redirect: 'manual',
			});
			await response.arrayBuffer();
			statuses.push(String(response.status));
		}
		found.push([route, ...statuses]);
	}
	const shown = (lines: string[][]) =>
		lines.map(([route, ...statuses]) => `${route?.padEnd(34)} ${statuses.join(' ')}`);
	expect(shown(found)).toEqual(shown(rows));
}, 120_000);

test('no page has an accessibility violation, on a phone, on a desk, light or dark', async () => {
	const found: string[] = [];
	let looks = 0;
	// Each as the first of these who may open it: they see most of it.
	const asWhom: Persona[] = ['author', 'admin', 'member', 'mod', 'visitor'];
	const order = Object.keys(personas);
	const pages = rows.filter(([route]) => existsSync(`src/routes${route}/+page.svelte`));
	const mayOpen = (row: readonly string[]) => asWhom.find((one) => row[order.indexOf(one) + 1] === '200');
	for (const persona of asWhom) {
		const routes = pages.filter((one) => mayOpen(one) === persona).map(([route]) => route);
		// Two windows: while one page loads, the other is looked at.
		const look = async () => {
			const { page, close } = await open(personas[persona], looked);
			for (let route = routes.pop(); route; route = routes.pop()) {
				looks++;
				found.push(...(await faultsAnywhere(page, addresses[route] ?? route)));
			}
			await close();
		};
		await Promise.all([look(), look()]);
	}
	expect(found).toEqual([]);
	expect(looks).toBeGreaterThan(100);
}, 600_000);

const call = (persona: Persona, method: string, path: string, body?: object) =>
	callAs<Record<string, string | number>>(personas[persona], method, path, body);

/** An organisation of `author` that `member` belongs to. */
async function makeOrganisation(): Promise<{ address: string; invitation: string }> {
	const slug = `matrix-${Date.now().toString(36)}`;
	await call('author', 'POST', '/organisations', { name: 'Matrix', slug });
	const { url } = await call('author', 'POST', `/organisations/${slug}/links`, { maxUses: 5 });
	const token = String(url).split('/').at(-1);
	await call('member', 'PUT', `/organisation-invitations/${token}/acceptance`);
	return { address: `/organisations/${slug}`, invitation: `/organisations/invitations/${token}` };
}

/** Begins the upload of a file. @returns its id */
async function upload(persona: Persona): Promise<string> {
	const response = await fetch(`${site}/api/v1/uploads`, {
		method: 'POST',
		headers: { cookie: cookies[persona], origin: site, 'tus-resumable': '1.0.0', 'upload-length': '10' },
	});
	return response.headers.get('stoa-media-id') as string;
}

/** Buys and has the sandbox play a success. */
async function buy(persona: Persona, path: string, body?: object): Promise<void> {
	const order = await call(persona, 'POST', path, body);
	const { url } = await call(persona, 'POST', `/orders/${order.id}/payments`, { provider: 'sandbox' });
	const response = await fetch(`${site}${url}?/pay`, {
		method: 'POST',
		headers: { cookie: cookies[persona], origin: site, accept: 'text/html' },
		body: new URLSearchParams(),
		redirect: 'manual',
	});
	if (response.status !== 303) throw new Error(`paying at ${url}: ${response.status}`);
}

/** A case about a comment of `author`'s that `member` reported, and its decision by `mod`: a warning, which hides nothing. */
async function makeDecision(replyId: number): Promise<{ reported: number; decided: number }> {
	await call('member', 'POST', '/reports', { replyId, reason: 'abuse' });
	const { data } = await callAs<{ data: { id: number; replyId: number | null }[] }>(
		personas.mod,
		'GET',
		'/moderation/cases?subject=reply&limit=100',
	);
	const reported = data.find((one) => one.replyId === replyId)?.id ?? 0;
	const { id } = await call('mod', 'POST', `/moderation/cases/${reported}/decision`, {
		measures: ['warn'],
		category: 'abuse',
		reason: 'Please be kind.',
	});
	return { reported, decided: Number(id) };
}

/** A cohort of that course, which `member` is in, and a question of theirs at its lesson. */
async function makeCohort(course: number, lesson: number): Promise<{ cohort: number; question: number }> {
	const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
	const { id } = await call('author', 'POST', `/courses/${course}/cohorts`, {
		name: 'Inside',
		startsOn: day(-2),
		endsOn: day(9),
		joinUntil: day(3),
		timeZone: 'UTC',
		seats: 5,
	});
	await call('author', 'PUT', `/cohorts/${id}/publication`);
	await call('member', 'PUT', `/cohorts/${id}/membership`);
	const question = await call('member', 'POST', `/courses/${course}/lessons/${lesson}/questions`, {
		title: 'Why inside?',
		source: 'I do not see why it is inside.',
	});
	return { cohort: Number(id), question: Number(question.id) };
}

/** A course of `author` in the space, with one lesson. */
async function makeCourse(spaceId: number): Promise<{
	course: number;
	lesson: number;
	asked: Record<string, number>;
	waiting: { attempt: number; work: number };
}> {
	const course = await call('author', 'POST', '/courses', {
		title: 'Taught inside',
		spaceId,
		language: 'en',
	});
	const { sections } = (await call('author', 'GET', `/courses/${course.id}/outline`)) as unknown as {
		sections: { id: number }[];
	};
	const lesson = await call('author', 'POST', `/courses/${course.id}/lessons`, {
		sectionId: sections[0]!.id,
		kind: 'text',
		title: 'The only lesson',
	});
	await call('author', 'PUT', `/courses/${course.id}/lessons/${lesson.id}/draft`, {
		title: 'The only lesson',
		source: 'Words that only members read.',
	});
	const asked: Record<string, number> = {};
	for (const kind of ['quiz', 'exercise', 'assignment']) {
		const { id } = await call('author', 'POST', `/courses/${course.id}/lessons`, {
			sectionId: sections[0]!.id,
			kind,
			title: `The only ${kind}`,
		});
		asked[kind] = Number(id);
	}
	await call('author', 'POST', `/courses/${course.id}/questions`, {
		source: 'Water is wet.\n= true\n---\nWhy?\n=',
	});
	await call('author', 'PUT', `/courses/${course.id}/lessons/${asked.quiz}/quiz`, {});
	await call('author', 'PUT', `/courses/${course.id}/lessons/${asked.exercise}/exercise`, {
		language: 'javascript',
		cases: [{ call: '1 + 1', expects: '2' }],
	});
	await call('author', 'PUT', `/courses/${course.id}/lessons/${asked.assignment}/assignment`, {
		rubric: [
			{
				title: 'Answers it',
				about: '',
				levels: [
					{ points: 1, title: 'Yes', about: '' },
					{ points: 0, title: 'No', about: '' },
				],
			},
		],
	});
	await call('author', 'POST', `/courses/${course.id}/versions`, { note: 'The first.' });
	const quiz = `/courses/${course.id}/lessons/${asked.quiz}/attempts`;
	const attempt = await call('member', 'POST', quiz, {});
	await call('member', 'PUT', `${quiz}/open/submission`, {
		answers: [0, 1].map((position) => ({ position, values: ['true'] })),
	});
	const work = await call('member', 'POST', `/courses/${course.id}/lessons/${asked.assignment}/submissions`, {
		source: 'All of it.',
	});
	const waiting = { attempt: Number(attempt.id), work: Number(work.id) };
	return { course: Number(course.id), lesson: Number(lesson.id), asked, waiting };
}

/**
 * `member` asks `author` for pay, and gives away an article that everybody may see, for which `stranger` starts a group;
 * `author` sells an article inside to groups.
 */
async function makeDeals(text: object, paid: number, offerId: number) {
	const terms = { price: { amount: 9900, currency: 'CNY' }, hours: 48, listenAmount: null };
	await call('author', 'PUT', '/me/services/answers', terms);
	await buy('member', '/people/he-ping/asks', {
		title: 'Asked for pay',
		source: 'Who may read this question?',
	});
	const asks = (await call('member', 'GET', '/asks')) as unknown as { data: { id: number }[] };
	await call('admin', 'PUT', `/items/${paid}/group-price`, { amount: 100, size: 3, hours: 48 });
	await buy('stranger', `/items/${paid}/groups`);
	const groups = (await call('member', 'GET', `/items/${paid}/groups`)) as unknown as {
		data: { id: number }[];
	};
	await buy('member', '/gifts', { offerId });
	const gifts = (await call('member', 'GET', '/gifts')) as unknown as { data: { code: string }[] };
	const article = await call('author', 'POST', '/items', { ...text, kind: 'article', title: 'Sold inside' });
	await call('author', 'PUT', `/items/${article.id}/price`, { amount: 1900, currency: 'CNY' });
	await call('author', 'PUT', `/items/${article.id}/group-price`, { amount: 900, size: 3, hours: 48 });
	return {
		ask: `/asks/${asks.data[0]?.id}`,
		group: `/groups/${groups.data[0]?.id}`,
		gift: `/gifts/${gifts.data[0]?.code}`,
		together: `/articles/${article.id}/group`,
	};
}

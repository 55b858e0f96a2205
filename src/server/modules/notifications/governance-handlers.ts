import type { EventPayloads } from '../../contracts/events.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import type { NotificationKind } from './notification.ts';
import { tellPeople } from './tell-people.ts';

type Change = EventPayloads['governance.changed'];

/** What is told, by what changed; what is not here is seen on its page. */
const kinds: Readonly<Record<string, NotificationKind>> = {
	'jury summoned': 'jury_summoned',
	'jury decided': 'jury_decided',
	'jury failed': 'jury_failed',
	'election called': 'election_called',
	'election ballot': 'election_ballot',
	'election asked': 'election_asked',
	'election counted': 'election_counted',
	'election seated': 'election_seated',
	'election cancelled': 'election_cancelled',
	'election nobody': 'election_cancelled',
	'proposal proposed': 'proposal_proposed',
	'proposal vote': 'proposal_settled',
	'proposal accepted': 'proposal_settled',
	'proposal in_force': 'proposal_settled',
	'proposal rejected': 'proposal_settled',
	'proposal no_quorum': 'proposal_settled',
	'proposal outdated': 'proposal_settled',
	'proposal vetoed': 'proposal_settled',
};
const paths = { jury: '/juries', election: '/elections', proposal: '/rules/proposals' } as const;
/** Beyond so many, an election stands on its page and is told to nobody by itself. */
const MOST = 20_000;

/** Tells jurors, candidates, voters and proposers what concerns them. */
export const governanceHandlers: Handler[] = [
	onEvents('notifications.tell-governance', ['governance.changed'], async (tx, event) => {
		const { what, id, change, title, people } = event.payload;
		const kind = kinds[`${what} ${change}`];
		if (!kind) return;
		await tellPeople(tx, [...people, ...(await others(tx, event.payload))], {
			kind,
			actorId: event.actorId,
			eventId: event.id,
			path: `${paths[what]}/${id}`,
			subject: title,
		});
	}),
];

/** Whom the fact did not name: the roll of an election, and those who look after the place of a proposal. */
async function others(tx: Tx, { what, id, change }: Change): Promise<UserId[]> {
	if (what === 'election' && (change === 'called' || change === 'ballot')) {
		const rows = await tx
			.selectFrom('election_roll')
			.select('user_id')
			.where('election_id', '=', id)
			.where('voted', '=', false)
			.orderBy('user_id')
			.limit(MOST)
			.execute();
		return rows.map((row) => row.user_id);
	}
	if (what === 'proposal' && change === 'proposed') {
		const rows = await tx
			.selectFrom('users')
			.select('id')
			.where('role', 'in', ['moderator', 'admin'])
			.execute();
		return rows.map((row) => row.id);
	}
	return [];
}

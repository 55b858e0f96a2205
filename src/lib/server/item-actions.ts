import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Actor } from '#server/contracts/actor.ts';
import { voteOnClosing } from '#server/flows/close-by-vote.ts';
import type { Context } from '#server/main/context.ts';
import { chooseVersion, enrol, readLearnerCourse } from '#server/modules/courses/index.ts';
import {
	bookmark,
	deleteItem,
	deleteReply,
	type Emoji,
	follow,
	hideItem,
	hrefOf,
	lockItem,
	pinItem,
	react,
	releaseItem,
	reply,
	restoreItem,
	restoreReply,
	unhideItem,
	unlockItem,
	unpinItem,
	vote,
} from '#server/modules/items/index.ts';
import {
	acceptAnswer,
	awardBounty,
	type CloseInput,
	type ClosingVotes,
	closeQuestion,
	offerBounty,
	reopenQuestion,
	unacceptAnswer,
} from '#server/modules/questions/index.ts';
import { forkSnippet } from '#server/modules/snippets/index.ts';
import { answer, ofForm, told, wantsData } from './answer.ts';
import { action } from './page.ts';

/** What a form on an item's page asks for. */
type Event = RequestEvent & { params: { id: number } };

const replyIdOf = (form: FormData) => (form.get('replyId') ? Number(form.get('replyId')) : null);
const anchorOf = (replyId: number | null) => (replyId === null ? '' : `#r${replyId}`);

function replying(kind: 'answer' | 'post' | 'comment') {
	return ofForm(
		kind,
		action(async (event: Event, form) => {
			const { id } = await reply(event.locals.ctx.db, event.locals.actor, {
				itemId: event.params.id,
				kind,
				parentId: form.get('parentId') ? Number(form.get('parentId')) : null,
				source: String(form.get('source') ?? ''),
			});
			return answer(event, { id }, `#r${id}`);
		}),
	);
}

/** Says how a vote on closing stands; whoever reads no data comes back to the page, which says it. */
function voted(event: Event, stands: ClosingVotes) {
	if (wantsData(event)) return { ...stands };
	redirect(303, `${event.url.pathname}?voted=${stands.votes}of${stands.needed}`);
}

/** What a moderator's menu does, by the word that its button sends. */
const moderation: Record<string, (db: Context['db'], actor: Actor, id: number) => Promise<unknown>> = {
	pin: pinItem,
	unpin: unpinItem,
	lock: lockItem,
	unlock: unlockItem,
	hide: hideItem,
	unhide: unhideItem,
	release: releaseItem,
	delete: deleteItem,
	restore: restoreItem,
	reopen: reopenQuestion,
};

/** The forms on an item's page, the same for every kind. */
export const itemActions = {
	vote: told(
		action(async (event: Event, form) => {
			const replyId = replyIdOf(form);
			const value = Number(form.get('value')) as -1 | 0 | 1;
			const stands = await vote(event.locals.ctx.db, event.locals.actor, {
				itemId: event.params.id,
				replyId,
				value,
			});
			return answer(event, stands, anchorOf(replyId));
		}),
	),
	react: told(
		action(async (event: Event, form) => {
			const replyId = replyIdOf(form);
			const emoji = String(form.get('emoji')) as Emoji;
			const on = form.get('on') === '1';
			const counts = await react(event.locals.ctx.db, event.locals.actor, {
				itemId: event.params.id,
				replyId,
				emoji,
				on,
			});
			return answer(event, counts, anchorOf(replyId));
		}),
	),
	bookmark: told(
		action(async (event: Event, form) => {
			const on = form.get('on') === '1';
			await bookmark(event.locals.ctx.db, event.locals.actor, event.params.id, on);
			return answer(event, { on });
		}),
	),
	follow: told(
		action(async (event: Event, form) => {
			const on = form.get('on') === '1';
			await follow(event.locals.ctx.db, event.locals.actor, { itemId: event.params.id }, on);
			return answer(event, { on });
		}),
	),
	answer: replying('answer'),
	post: replying('post'),
	comment: replying('comment'),
	deleteReply: told(
		action(async (event: Event, form) => {
			const replyId = Number(form.get('replyId'));
			await deleteReply(event.locals.ctx.db, event.locals.actor, { itemId: event.params.id, replyId });
			if (wantsData(event)) return {};
			// The page says that it is gone, and offers to take that back.
			redirect(303, `${event.url.pathname}?removed=${replyId}`);
		}),
	),
	restoreReply: told(
		action(async (event: Event, form) => {
			const replyId = Number(form.get('replyId'));
			await restoreReply(event.locals.ctx.db, event.locals.actor, { itemId: event.params.id, replyId });
			return answer(event, {}, anchorOf(replyId));
		}),
	),
	accept: told(
		action(async (event: Event, form) => {
			const { ctx, actor } = event.locals;
			const replyId = Number(form.get('replyId'));
			if (form.get('on') === '1') await acceptAnswer(ctx.db, actor, { itemId: event.params.id, replyId });
			else await unacceptAnswer(ctx.db, actor, event.params.id);
			return answer(event, {}, anchorOf(replyId));
		}),
	),
	bounty: told(
		action(async (event: Event, form) => {
			const input = {
				itemId: event.params.id,
				amount: Number(form.get('amount')),
				days: Number(form.get('days')),
			};
			await offerBounty(event.locals.ctx.db, event.locals.actor, input);
			return answer(event, {});
		}),
	),
	awardBounty: told(
		action(async (event: Event, form) => {
			const replyId = Number(form.get('replyId'));
			await awardBounty(event.locals.ctx.db, event.locals.actor, { itemId: event.params.id, replyId });
			return answer(event, {}, anchorOf(replyId));
		}),
	),
	close: told(
		action(async (event: Event, form) => {
			const pasted = /(?:^|\/questions\/)(\d{1,15})(?:\/|$|[?#])/.exec(
				String(form.get('duplicateOf') ?? '').trim(),
			);
			const reason = String(form.get('reason') ?? '') as CloseInput['reason'];
			const input = {
				itemId: event.params.id,
				reason,
				duplicateOf: reason === 'duplicate' && pasted ? Number(pasted[1]) : null,
			};
			const { ctx, actor } = event.locals;
			if (form.get('by') !== 'vote') {
				await closeQuestion(ctx.db, actor, input);
				return answer(event, {});
			}
			return voted(event, await voteOnClosing(ctx.db, actor, { direction: 'close', ...input }));
		}),
	),
	reopenVote: told(
		action(async (event: Event) => {
			const { ctx, actor } = event.locals;
			const input = { direction: 'reopen', itemId: event.params.id } as const;
			return voted(event, await voteOnClosing(ctx.db, actor, input));
		}),
	),
	moderate: told(
		action(async (event: Event, form) => {
			const act = moderation[String(form.get('do'))];
			if (!act) error(422, { message: 'Unknown action.' });
			await act(event.locals.ctx.db, event.locals.actor, event.params.id);
			return answer(event, {});
		}),
	),
	fork: told(
		action(async (event: Event) => {
			const made = await forkSnippet(event.locals.ctx.db, event.locals.actor, event.params.id);
			redirect(303, hrefOf(made));
		}),
	),
	/** Of a course: begins it, and goes to its first lesson. */
	begin: told(
		action(async (event: Event) => {
			const { ctx, actor } = event.locals;
			await enrol(ctx.db, actor, event.params.id);
			const learner = await readLearnerCourse(ctx.db, actor, event.params.id);
			redirect(303, learner?.next ? `/courses/${learner.id}/lessons/${learner.next.id}` : event.url.pathname);
		}),
	),
	version: told(
		action(async (event: Event, form) => {
			await chooseVersion(event.locals.ctx.db, event.locals.actor, {
				courseId: event.params.id,
				version: Number(form.get('version')),
			});
			return answer(event, {});
		}),
	),
};

import type { UserId } from '../../kernel/ids.ts';
import { type Currency, formatMoney } from '../../kernel/money.ts';
import { type Db, sql, type Tx } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { sendMail } from '../../platform/mail/index.ts';
import { trainedPeople } from '../organisations/index.ts';
import { type Letter, writeLetter } from './letters.ts';

type Locale = 'zh-CN' | 'en';

const ofCohort: Record<string, Letter> = {
	begins: 'cohort_begins',
	'day-missed': 'cohort_missed',
	passed: 'cohort_passed',
	failed: 'cohort_failed',
	cancelled: 'cohort_cancelled',
};

/**
 * Writes about cohorts and trainings to those who want to be written to: a choice of theirs in the settings. They are told in
 * the app in any case.
 *
 * @param origin where this place is, for links
 */
export function learningLetterHandlers(origin: string): Handler[] {
	return [
		onEvents('notifications.write-cohort-letters', ['cohorts.changed'], async (tx, { payload, actorId }) => {
			const { change, learnerId, cohortId, name } = payload;
			const letter = ofCohort[change];
			if (!letter || learnerId === null || learnerId === actorId) return;
			const cohort = await tx
				.selectFrom('cohorts')
				.select([sql<string>`starts_on::text`.as('starts'), 'makeup_cards', 'deposit'])
				.where('id', '=', cohortId)
				.executeTakeFirst();
			if (!cohort) return;
			const back = payload.returned ?? 0;
			await writeTo(tx, [learnerId], letter, origin, (locale) => ({
				cohort: name,
				day: cohort.starts,
				link: `${origin}/cohorts/${cohortId}${change === 'begins' || change === 'day-missed' ? '/class' : ''}`,
				cards: cohort.makeup_cards > 0 ? cardWords[locale] : '',
				back:
					back > 0 && payload.currency
						? backWords[locale](formatMoney({ amount: back, currency: payload.currency as Currency }, locale))
						: '',
			}));
		}),
		onEvents(
			'notifications.write-training-letters',
			['organisations.training-given', 'organisations.reminded'],
			async (tx, event) => {
				const training = await trainedPeople(tx, event.payload.trainingId);
				if (!training) return;
				const values = {
					title: training.title,
					link: `${origin}/organisations/${training.slug}`,
					organisation: await nameOf(tx, event.payload.organisationId),
				};
				if (event.type === 'organisations.training-given') {
					const others = training.people.filter((id) => id !== event.actorId);
					return writeTo(tx, others, 'training_given', origin, () => values);
				}
				const { learnerId, stage } = event.payload;
				if (!training.people.includes(learnerId)) return;
				const letter = stage.startsWith('late') ? 'training_late' : 'training_due';
				await writeTo(tx, [learnerId], letter, origin, () => values);
			},
		),
	];
}

const cardWords: Record<Locale, string> = {
	'zh-CN': '你还可以用补卡把它补上。',
	en: 'You can make it up with a card.',
};
const backWords: Record<Locale, (sum: string) => string> = {
	'zh-CN': (sum) => `押金 ${sum} 正在退回给你。`,
	en: (sum) => `${sum} of your deposit are on their way back to you.`,
};

async function nameOf(tx: Db, organisationId: number): Promise<string> {
	const row = await tx
		.selectFrom('organisations')
		.select('name')
		.where('id', '=', organisationId)
		.executeTakeFirst();
	return row?.name ?? '';
}

/** Thousands are asked for in pieces. */
const AT_ONCE = 1000;

async function writeTo(
	tx: Tx,
	people: readonly UserId[],
	letter: Letter,
	origin: string,
	valuesIn: (locale: Locale) => Record<string, string>,
): Promise<void> {
	for (let at = 0; at < people.length; at += AT_ONCE) {
		const rows = await tx
			.selectFrom('users')
			.select(['email', 'name', 'locale'])
			.where('id', 'in', people.slice(at, at + AT_ONCE))
			.where('learning_letters', '=', true)
			// An address that nobody has confirmed may be somebody else's.
			.where('email_verified', '=', true)
			.execute();
		for (const { email, name, locale: own } of rows) {
			const locale: Locale = own === 'en' ? 'en' : 'zh-CN';
			const { subject, text } = writeLetter(letter, locale, { name, ...valuesIn(locale) });
			const foot =
				locale === 'en'
					? `You can stop these letters in your settings: ${origin}/settings`
					: `不想再收到这类邮件，可以在设置里关闭：${origin}/settings`;
			await sendMail(tx, {
				recipient: email,
				subject,
				text: `${text}\n\n—\n${foot}`,
				kind: letter.replaceAll('_', '-'),
			});
		}
	}
}

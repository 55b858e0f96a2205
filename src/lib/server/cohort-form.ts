import { commonError } from '#server/kernel/errors.ts';
import { isCurrency } from '#server/kernel/money.ts';
import type { CohortInput } from '#server/modules/cohorts/index.ts';
import { parsePrice } from '#shared/price.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');

/** An amount that may be left empty. @throws common.invalid_input at its field */
function amountOf(form: FormData, name: string, currency: string): number {
	const typed = text(form, name).trim();
	if (typed === '' || !isCurrency(currency)) return 0;
	const amount = /^0+(?:[.,]0*)?$/.test(typed) ? 0 : parsePrice(typed, currency);
	if (amount === null) throw commonError('invalid_input', { fields: { [name]: 'cohorts.money_shape' } });
	return amount;
}

/** What the form of a cohort says. */
export function cohortOf(form: FormData): CohortInput {
	const currency = text(form, 'currency');
	return {
		name: text(form, 'name'),
		source: text(form, 'source'),
		startsOn: text(form, 'startsOn'),
		endsOn: text(form, 'endsOn'),
		joinUntil: text(form, 'joinUntil'),
		timeZone: text(form, 'timeZone'),
		seats: text(form, 'seats'),
		price: amountOf(form, 'price', currency),
		deposit: amountOf(form, 'deposit', currency),
		currency: currency as CohortInput['currency'],
		rule: { lessons: form.has('lessons'), checkIns: text(form, 'checkIns') || 0, partly: form.has('partly') },
		makeupCards: text(form, 'makeupCards') || 0,
		groupsBy: text(form, 'groupsBy') as CohortInput['groupsBy'],
		groups: text(form, 'groups') || 0,
		opensCourse: form.has('opensCourse'),
		space: form.has('space'),
	};
}

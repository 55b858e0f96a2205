import { AppError, commonError } from '#server/kernel/errors.ts';
import { isCurrency } from '#server/kernel/money.ts';
import { parsePrice } from '#shared/price.ts';

/** Reads the forms of prices and discounts: amounts and days as people type them, faults by field. */
export function formReader(form: FormData) {
	const faults: Record<string, string> = {};
	const text = (name: string) => String(form.get(name) ?? '').trim();

	/** Minor units; null where the field is empty. */
	function amount(name: string, currencyName = 'currency'): number | null {
		const typed = text(name);
		if (!typed) return null;
		const currency = text(currencyName);
		if (!isCurrency(currency)) {
			faults[currencyName] = 'catalog.currency_unknown';
			return null;
		}
		const read = parsePrice(typed, currency);
		if (read === null) faults[name] = 'catalog.price_shape';
		return read;
	}

	/** Percent as typed, in basis points. */
	function percent(name: string): number | null {
		const typed = text(name).replace(/[%％]$/, '');
		if (!typed) return null;
		const bps = Math.round(Number(typed) * 100);
		if (!Number.isFinite(bps)) faults[name] = 'catalog.share';
		return bps;
	}

	/** A day, as the moment at which it begins (UTC); `after` gives its end. */
	function day(name: string, after = false): Date | null {
		const typed = text(name);
		if (!typed) return null;
		const at = new Date(`${typed}T00:00:00Z`);
		if (Number.isNaN(at.getTime())) {
			faults[name] = 'common.bad_date';
			return null;
		}
		return after ? new Date(at.getTime() + 86_400_000) : at;
	}

	return {
		text,
		amount,
		percent,
		day,
		orNull: (name: string) => text(name) || null,
		has: (name: string) => form.has(name),
		all: (name: string) => form.getAll(name).map(String),
		/** @throws common.invalid_input with what could not be read */
		demandReadable() {
			if (Object.keys(faults).length > 0) throw commonError('invalid_input', { fields: faults });
		},
	};
}

/** What a form for a discount holds. @throws common.invalid_input */
export function readDiscount(form: FormData, whose: 'mine' | 'all') {
	const read = formReader(form);
	const [thing, id] = read.text('thing').split(':');
	const discount = {
		whose,
		code: read.orNull('code'),
		name: read.text('name') || read.text('code'),
		percentBps: read.percent('percentBps'),
		amount: read.amount('amount'),
		currency: read.orNull('currency'),
		sells: read.all('sells'),
		itemId: thing === 'item' ? id : null,
		spaceId: thing === 'space' ? id : null,
		bundleId: thing === 'bundle' ? id : null,
		tierId: thing === 'tier' ? id : null,
		minimum: read.amount('minimum'),
		region: read.orNull('region')?.toUpperCase() ?? null,
		segment: read.orNull('segment'),
		minLevel: read.orNull('minLevel'),
		startsAt: read.day('startsAt'),
		endsAt: read.day('endsAt', true),
		firstOrder: read.has('firstOrder'),
		perPerson: read.orNull('perPerson'),
		total: read.orNull('total'),
		exclusive: read.has('exclusive'),
	};
	read.demandReadable();
	return discount;
}

/** What a form for another price of an offer holds. @throws common.invalid_input */
export function readPriceRow(form: FormData) {
	const read = formReader(form);
	const row = {
		amount: read.amount('amount') ?? 0,
		currency: read.text('currency'),
		region: read.orNull('region')?.toUpperCase() ?? null,
		segment: read.orNull('segment'),
		minLevel: read.orNull('minLevel'),
		startsAt: read.day('startsAt'),
		endsAt: read.day('endsAt', true),
	};
	read.demandReadable();
	return row;
}

/** Says which form of a page was refused: the others stay as they are. */
export async function inForm<T>(name: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		if (thrown instanceof AppError) thrown.params.form = name;
		throw thrown;
	}
}

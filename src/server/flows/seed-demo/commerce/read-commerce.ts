import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One thing that somebody did, so many days ago. Which of the other fields it has follows from `does`; see `deeds.ts`. */
export interface DemoEvent {
	days_ago: number;
	who: string;
	does: string;
	item?: string;
	bundle?: string;
	space?: string;
	tier?: string;
	months?: number;
	trial?: boolean;
	quantity?: number;
	/** Who gets a seat. */
	for?: string[];
	coupon?: string;
	/** By whose affiliate link. */
	via?: string;
	/** What is charged later by the agreement is declined. */
	declines?: boolean;
	/** Of whom it is asked, whom it thanks. */
	of?: string;
	from?: string;
	amount?: number;
	title?: string;
	source?: string;
	open?: boolean;
	language?: string;
	message?: string;
	note?: string;
	reason?: string;
	reference?: string;
}

/** What is for sale in the demo, beside the items, and what became of it: `demo/commerce.yaml`. */
export interface DemoCommerce {
	/** So many days ago all of it was put up for sale. */
	since: number;
	tier: {
		slug: string;
		rank: number;
		zh: string;
		en: string;
		about_zh: string;
		about_en: string;
		spaces: string[];
		prices: { months: number; amount: number }[];
	};
	seats: { space: string; months: number; amount: number };
	bundles: { seller: string; title: string; description: string; items: string[]; amount: number }[];
	affiliates: { rate: { seller: string; bps: number }; link: { of: string; note: string } };
	promotion: { name: string; percentBps: number; sells: string[]; since: number; days: number };
	coupons: {
		seller: string;
		code: string;
		name: string;
		percentBps: number;
		total?: number;
		perPerson?: number;
		days?: number;
	}[];
	accounts: {
		of: string;
		holder: string;
		legalName: string;
		kind: string;
		bankName: string;
		number: string;
	}[];
	events: DemoEvent[];
}

export function readCommerce(dir: string): DemoCommerce {
	return parse(readFileSync(join(dir, 'commerce.yaml'), 'utf8')) as DemoCommerce;
}

import { AppError, defineErrors } from '../../kernel/errors.ts';

export const catalogError = defineErrors('catalog', {
	not_for_sale: 404,
	offer_retired: 409,
	too_little: 400,
	one_only: 422,
	sold_out: 409,
	coupon_unknown: 404,
	coupon_early: 409,
	coupon_over: 409,
	coupon_not_for_this: 409,
	coupon_minimum: 409,
	coupon_first_order: 409,
	coupon_used: 409,
	coupon_gone: 409,
	code_taken: 409,
	bundle_items: 422,
});

const ofCoupon = /^catalog\.coupon_/;

/** True when a refusal says why a coupon does not count: everything else of the order may stand. */
export function isCouponRefusal(thrown: unknown): thrown is AppError {
	return thrown instanceof AppError && ofCoupon.test(thrown.code);
}

import { m } from '#lib/paraglide/messages.js';

const words = m as unknown as Record<string, (() => string) | undefined>;

export const fapiaoWord = (status: string) => words[`invoices_status_${status}`]?.() ?? status;
export const fapiaoTone = (status: string) =>
	status === 'issued' ? 'good' : status === 'asked' ? 'warn' : status === 'refused' ? 'bad' : 'neutral';

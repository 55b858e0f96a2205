import nodemailer from 'nodemailer';
import { now } from '../../kernel/clock.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/index.ts';
import { enqueue, type Job } from '../jobs/index.ts';

export interface Mail {
	recipient: string;
	subject: string;
	text: string;
	/** What the mail is about, e.g. `verify-email`: for counting and for the outbox page. */
	kind: string;
}

/**
 * Puts a mail into the outbox as part of the caller's transaction. The worker delivers it when SMTP_URL is
 * set; without it the outbox page is where mails are read.
 */
export async function sendMail(db: Db, mail: Mail): Promise<void> {
	// Nobody has a mailbox there (RFC 2606): it is the address of who came from elsewhere without one.
	if (mail.recipient.endsWith('.invalid')) return;
	const { id } = await db
		.insertInto('mails')
		.values({ recipient: mail.recipient, subject: mail.subject, body_text: mail.text, kind: mail.kind })
		.returning('id')
		.executeTakeFirstOrThrow();
	await enqueue(db, 'mail.deliver', { id });
}

/** Delivers one mail; a failure is noted on it and tried again by the queue. */
export function mailJob(db: Db, config: Config): Job<{ id: number }> {
	const transport = config.smtpUrl ? nodemailer.createTransport(config.smtpUrl) : undefined;
	return {
		name: 'mail.deliver',
		async work({ id }) {
			if (!transport) return;
			const mail = await db
				.selectFrom('mails')
				.selectAll()
				.where('id', '=', id)
				.where('sent_at', 'is', null)
				.executeTakeFirst();
			if (!mail) return;
			try {
				await transport.sendMail({
					from: config.mailFrom,
					to: mail.recipient,
					subject: mail.subject,
					text: mail.body_text,
				});
				await db.updateTable('mails').set({ sent_at: now(), error: null }).where('id', '=', id).execute();
			} catch (error) {
				await db
					.updateTable('mails')
					.set({ error: (error as Error).message })
					.where('id', '=', id)
					.execute();
				throw error;
			}
		},
	};
}

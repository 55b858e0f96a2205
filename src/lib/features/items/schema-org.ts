import type { ItemPage, Reply } from '#server/modules/items/index.ts';
import { plainTitle } from '#shared/title.ts';

const types: Record<string, string> = {
	question: 'QAPage',
	article: 'TechArticle',
	discussion: 'DiscussionForumPosting',
	snippet: 'SoftwareSourceCode',
	column: 'CreativeWorkSeries',
	course: 'Course',
};

/** What learners gave a course, as its page shows it. */
export interface Rated {
	average: number | null;
	count: number;
}

/**
 * An item in the words of schema.org, for search engines: questions as QAPage with their answers, what costs marked as
 * not free. Only what the page shows to this reader goes in.
 *
 * @param origin scheme and host, without a slash at the end
 */
export function describeItem({ item, replies }: ItemPage, origin: string, rating?: Rated | null): object {
	const url = origin + item.href;
	const common = {
		url,
		datePublished: item.publishedAt.toISOString(),
		dateModified: (item.editedAt ?? item.publishedAt).toISOString(),
		inLanguage: item.language,
		author: person(item.author, item.authorName, origin),
		...(item.source?.licenceUrl ? { license: item.source.licenceUrl } : {}),
	};
	if (item.kind === 'question') {
		const accepted = replies.items.find((reply) => reply.accepted);
		return {
			'@context': 'https://schema.org',
			'@type': 'QAPage',
			mainEntity: {
				'@type': 'Question',
				name: plainTitle(item.title),
				text: item.excerpt || plainTitle(item.title),
				answerCount: item.answerCount,
				upvoteCount: item.score,
				...common,
				...(accepted ? { acceptedAnswer: answer(accepted, url, origin) } : {}),
				suggestedAnswer: replies.items
					.filter((reply) => !reply.accepted)
					.slice(0, 5)
					.map((reply) => answer(reply, url, origin)),
			},
		};
	}
	return {
		'@context': 'https://schema.org',
		'@type': types[item.kind] ?? 'CreativeWork',
		headline: plainTitle(item.title),
		...(item.kind === 'course' ? { name: plainTitle(item.title) } : {}),
		...(rating?.average
			? {
					aggregateRating: {
						'@type': 'AggregateRating',
						ratingValue: Math.round(rating.average * 10) / 10,
						ratingCount: rating.count,
						bestRating: 5,
						worstRating: 1,
					},
				}
			: {}),
		description: item.excerpt,
		keywords: item.tags.join(', '),
		commentCount: item.replyCount,
		isAccessibleForFree: item.access === 'free',
		...(item.held
			? { hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' } }
			: {}),
		...common,
	};
}

function answer(reply: Reply, url: string, origin: string): object {
	return {
		'@type': 'Answer',
		text: plain(reply.html),
		upvoteCount: reply.score,
		url: `${url}#r${reply.id}`,
		datePublished: reply.createdAt.toISOString(),
		author: person(reply.author, reply.authorName, origin),
	};
}

function person(author: { handle: string; name: string } | null, name: string, origin: string): object {
	return author
		? { '@type': 'Person', name: author.name, url: `${origin}/people/${author.handle}` }
		: { '@type': 'Person', name: name || 'anonymous' };
}

const entities: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&amp;': '&',
	'&quot;': '"',
	'&#39;': "'",
};

function plain(html: string): string {
	return html
		.replace(/<[^>]+>/g, ' ')
		.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] as string)
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 2000);
}

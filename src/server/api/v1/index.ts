import type { Operation } from '../operation.ts';
import { assessmentOperations } from './assessments.ts';
import { assignmentOperations } from './assignments.ts';
import { checkOperations } from './checks.ts';
import { cohortOperations } from './cohorts.ts';
import { commerceOperations } from './commerce.ts';
import { courseArchiveOperations } from './course-archives.ts';
import { courseStudioOperations } from './course-studio.ts';
import { courseOperations } from './courses.ts';
import { credentialOperations } from './credentials.ts';
import { dealOperations } from './deals/index.ts';
import { expertOperations } from './experts.ts';
import { fairplayOperations } from './fairplay.ts';
import { findingOperations } from './finding.ts';
import { governanceOperations } from './governance.ts';
import { invoiceOperations } from './invoices.ts';
import { itemOperations } from './items.ts';
import { kindOperations } from './kinds.ts';
import { ledgerOperations } from './ledger.ts';
import { levelTestOperations } from './level-test.ts';
import { ltiOperations } from './lti.ts';
import { markOperations } from './marks.ts';
import { meOperations } from './me.ts';
import { mediaOperations } from './media.ts';
import { mentoringOperations } from './mentoring.ts';
import { moderationOperations } from './moderation.ts';
import { notificationOperations } from './notifications.ts';
import { organisationOperations } from './organisations/index.ts';
import { paymentOperations } from './payments.ts';
import { payoutOperations } from './payouts.ts';
import { peopleOperations } from './people.ts';
import { placeOperations } from './place.ts';
import { pricingOperations } from './pricing/index.ts';
import { qualityOperations } from './quality.ts';
import { questionOperations } from './questions.ts';
import { refundOperations } from './refunds.ts';
import { replyOperations } from './replies.ts';
import { revisionOperations } from './revisions.ts';
import { rewardOperations } from './rewards.ts';
import { scormOperations } from './scorm.ts';
import { spaceOperations } from './spaces.ts';
import { standingOperations } from './standing.ts';
import { subscriptionOperations } from './subscriptions.ts';
import { tagOperations } from './tags.ts';
import { writingOperations } from './writing.ts';
import { xapiOperations } from './xapi.ts';

/** Every operation below /api/v1. */
export const operations: readonly Operation[] = [
	...itemOperations,
	...replyOperations,
	...checkOperations,
	...revisionOperations,
	...markOperations,
	...questionOperations,
	...kindOperations,
	...writingOperations,
	...tagOperations,
	...spaceOperations,
	...peopleOperations,
	...meOperations,
	...findingOperations,
	...notificationOperations,
	...commerceOperations,
	...payoutOperations,
	...invoiceOperations,
	...subscriptionOperations,
	...dealOperations,
	...expertOperations,
	...fairplayOperations,
	...pricingOperations,
	...paymentOperations,
	...refundOperations,
	...assessmentOperations,
	...assignmentOperations,
	...mediaOperations,
	...ledgerOperations,
	...courseOperations,
	...credentialOperations,
	...organisationOperations,
	...mentoringOperations,
	...cohortOperations,
	...standingOperations,
	...governanceOperations,
	...qualityOperations,
	...rewardOperations,
	...levelTestOperations,
	...courseStudioOperations,
	...courseArchiveOperations,
	...scormOperations,
	...xapiOperations,
	...ltiOperations,
	...moderationOperations,
	...placeOperations,
];

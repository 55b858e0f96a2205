import { beforeAll, describe, expect, test } from 'vitest';
import { createApi } from './index.ts';
import { calls, requestOf } from './testing/calls.ts';
import { testContext, undone } from './testing/context.ts';
import { buildWorld, personas, type World } from './testing/world.ts';
import { operations } from './v1/index.ts';

// Everything acted on is in a private space (testing/world.ts). `author` wrote or owns it and is a member there,
// `mod` looks after the space, `admin` after the whole place; `susp` and `unver` are members who are suspended, or
// have not confirmed their address; `key` is an administrator's API key that lacks only the scope that is needed.
const table = `
                                                 visit  stran  member author mod    admin  susp   unver  key
-- Items
GET /items                                       200    200    200    200    200    200    200    200    403
POST /items                                      401    404    201    201    201    201    403    403    403
GET /items/{id}                                  404    404    200    200    200    200    200    200    403
PATCH /items/{id}                                401    404    403    200    200    200    403    403    403
DELETE /items/{id}                               401    404    403    204    204    204    403    403    403
DELETE /items/{id}/deletion                      401    404    404    204    204    204    403    404    403
GET /items/{id}/source                           404    404    200    200    200    200    200    200    403
GET /items/{id}/state                            401    404    200    200    200    200    200    200    403
PUT /items/{id}/lock                             401    404    403    403    204    204    403    403    403
DELETE /items/{id}/lock                          401    404    403    403    204    204    403    403    403
PUT /items/{id}/pin                              401    404    403    403    204    204    403    403    403
DELETE /items/{id}/pin                           401    404    403    403    204    204    403    403    403
PUT /items/{id}/hiding                           401    404    403    403    204    204    403    403    403
DELETE /items/{id}/hiding                        401    404    404    403    204    204    403    404    403
POST /items/{id}/release                         401    404    404    403    204    204    403    404    403
PUT /items/{id}/space                            401    404    403    403    204    204    403    403    403
-- Replies
GET /items/{id}/replies                          404    404    200    200    200    200    200    200    403
POST /items/{id}/replies                         401    404    201    201    201    201    403    403    403
GET /items/{id}/comments                         404    404    200    200    200    200    200    200    403
GET /replies/{id}/comments                       404    404    200    200    200    200    200    200    403
GET /replies/{id}                                404    404    200    200    200    200    200    200    403
PATCH /replies/{id}                              401    404    403    200    200    200    403    403    403
DELETE /replies/{id}                             401    404    403    204    204    204    403    403    403
DELETE /replies/{id}/deletion                    401    404    404    204    204    204    403    404    403
PUT /replies/{id}/hiding                         401    404    403    403    204    204    403    403    403
DELETE /replies/{id}/hiding                      401    404    404    403    204    204    403    404    403
POST /replies/{id}/release                       401    404    404    403    204    204    403    404    403
-- Revisions
GET /items/{id}/revisions                        404    404    200    200    200    200    200    200    403
GET /items/{id}/revisions/{number}               404    404    200    200    200    200    200    200    403
GET /items/{id}/revisions/{number}/diff          404    404    200    200    200    200    200    200    403
GET /replies/{id}/revisions                      404    404    200    200    200    200    200    200    403
GET /replies/{id}/revisions/{number}             404    404    200    200    200    200    200    200    403
GET /replies/{id}/revisions/{number}/diff        404    404    200    200    200    200    200    200    403
-- Votes, reactions, bookmarks, follows
PUT /items/{id}/vote                             401    404    200    403    200    200    403    403    403
DELETE /items/{id}/vote                          401    404    200    403    200    200    403    403    403
PUT /items/{id}/reactions/{emoji}                401    404    200    200    200    200    403    403    403
DELETE /items/{id}/reactions/{emoji}             401    404    200    200    200    200    403    403    403
PUT /replies/{id}/vote                           401    404    200    403    200    200    403    403    403
DELETE /replies/{id}/vote                        401    404    200    403    200    200    403    403    403
PUT /replies/{id}/reactions/{emoji}              401    404    200    200    200    200    403    403    403
DELETE /replies/{id}/reactions/{emoji}           401    404    200    200    200    200    403    403    403
PUT /items/{id}/bookmark                         401    404    204    204    204    204    403    204    403
DELETE /items/{id}/bookmark                      401    404    204    204    204    204    403    204    403
PUT /items/{id}/follow                           401    404    204    204    204    204    403    204    403
PUT /tags/{slug}/follow                          401    204    204    204    204    204    403    204    403
PUT /spaces/{slug}/follow                        401    404    204    204    204    404    403    204    403
PUT /people/{handle}/follow                      401    204    204    422    204    204    403    204    403
DELETE /items/{id}/follow                        401    404    204    204    204    204    403    204    403
DELETE /tags/{slug}/follow                       401    204    204    204    204    204    403    204    403
DELETE /spaces/{slug}/follow                     401    404    204    204    204    404    403    204    403
DELETE /people/{handle}/follow                   401    204    204    422    204    204    403    204    403
-- Questions
PUT /questions/{id}/acceptance                   401    404    403    204    403    204    403    403    403
DELETE /questions/{id}/acceptance                401    404    403    204    403    204    403    403    403
PUT /questions/{id}/closure                      401    404    403    204    204    204    403    403    403
DELETE /questions/{id}/closure                   401    404    403    403    204    204    403    403    403
POST /questions/{id}/bounties                    401    404    201    201    201    201    403    403    403
PUT /questions/{id}/bounty/award                 401    404    403    204    403    204    403    403    403
-- Columns
GET /columns/{id}/articles                       404    404    200    200    200    200    200    200    403
PUT /columns/{id}/articles/{articleId}           401    404    403    200    200    200    403    403    403
DELETE /columns/{id}/articles/{articleId}        401    404    403    204    204    204    403    403    403
PUT /columns/{id}/order                          401    404    403    204    204    204    403    403    403
-- Snippets
GET /snippets/{id}/forks                         404    404    200    200    200    200    200    200    403
POST /snippets/{id}/forks                        401    404    201    201    201    201    403    403    403
-- Markdown
POST /markdown                                   401    200    200    200    200    200    200    200    403
-- Drafts
GET /drafts                                      401    200    200    200    200    200    403    200    403
POST /drafts                                     401    404    201    201    201    201    403    201    403
GET /drafts/{id}                                 401    404    404    200    404    404    404    404    403
PUT /drafts/{id}                                 401    404    404    204    404    404    403    404    403
DELETE /drafts/{id}                              401    404    404    204    404    404    403    404    403
-- Tags
GET /tags                                        200    200    200    200    200    200    200    200    403
GET /tags/{slug}                                 200    200    200    200    200    200    200    200    403
PATCH /tags/{slug}                               401    403    403    403    403    204    403    403    403
PUT /tags/{slug}/synonyms/{word}                 401    403    403    403    403    204    403    403    403
DELETE /tags/{slug}/synonyms/{word}              401    403    403    403    403    204    403    403    403
-- Spaces
GET /spaces                                      200    200    200    200    200    200    200    200    403
POST /spaces                                     401    403    403    403    403    201    403    403    403
GET /spaces/{slug}                               404    404    200    200    200    200    200    200    403
PATCH /spaces/{slug}                             401    404    403    403    204    204    403    403    403
PUT /spaces/{slug}/membership                    401    204    204    204    204    204    403    204    403
DELETE /spaces/{slug}/membership                 401    404    204    204    204    404    403    204    403
GET /spaces/{slug}/members                       404    404    200    200    200    200    200    200    403
PUT /spaces/{slug}/members/{personId}            401    404    403    403    403    204    403    403    403
DELETE /spaces/{slug}/members/{personId}         401    404    403    403    204    204    403    403    403
GET /spaces/{slug}/invitations                   401    404    403    403    200    200    403    403    403
POST /spaces/{slug}/invitations                  401    404    403    403    201    201    403    403    403
DELETE /spaces/{slug}/invitations/{invitationId} 401    404    403    403    204    204    403    403    403
GET /invitations/{token}                         200    200    200    200    200    200    200    200    403
PUT /invitations/{token}/acceptance              401    200    200    200    200    200    403    200    403
PUT /spaces/{slug}/prices/{months}               401    404    403    403    403    204    403    403    403
DELETE /spaces/{slug}/prices/{months}            401    404    403    403    403    204    403    403    403
-- People
GET /people                                      200    200    200    200    200    200    200    200    403
GET /people/{handle}                             200    200    200    200    200    200    200    200    403
GET /people/{handle}/reputation                  200    200    200    200    200    200    200    200    403
PUT /people/{handle}/suspension                  401    403    403    403    403    204    403    403    403
DELETE /people/{handle}/suspension               401    403    403    403    403    204    403    403    403
PUT /people/{handle}/role                        401    403    403    403    403    204    403    403    403
-- Me
GET /me                                          401    200    200    200    200    200    200    200    403
PATCH /me                                        401    204    204    204    204    204    403    204    403
GET /me/entitlements                             401    200    200    200    200    200    200    200    403
GET /me/keys                                     401    200    200    200    200    200    200    200    403
POST /me/keys                                    401    201    201    201    201    201    403    201    403
DELETE /me/keys/{id}                             401    404    404    204    404    404    404    404    403
GET /me/sessions                                 401    200    200    200    200    200    200    200    403
DELETE /me/sessions/{id}                         401    204    204    204    204    204    204    204    403
-- Search
GET /search                                      200    200    200    200    200    200    200    200    403
GET /suggestions                                 200    200    200    200    200    200    200    200    403
-- Notifications
GET /notifications                               401    200    200    200    200    200    200    200    403
PUT /notifications/{id}/read                     401    204    204    204    204    204    204    204    403
PUT /notifications/read                          401    204    204    204    204    204    204    204    403
-- Media
GET /media                                       401    200    200    200    200    200    200    200    403
GET /media/{id}                                  404    404    200    200    404    200    404    404    403
DELETE /media/{id}                               401    404    404    204    404    204    403    404    403
POST /media/{id}/playback                        404    404    200    200    404    200    404    404    403
POST /media/{id}/download                        404    404    404    200    404    200    404    404    403
PUT /media/{id}/subtitles/{language}             401    404    403    204    404    204    403    404    403
DELETE /media/{id}/subtitles/{language}          401    404    403    204    404    204    403    404    403
GET /media/{id}/cues                             404    404    200    200    404    200    404    404    403
-- Offers and orders
GET /items/{id}/offers                           404    404    200    200    200    200    200    200    403
GET /spaces/{slug}/offers                        404    404    200    200    200    200    200    200    403
GET /offers/{id}                                 404    404    200    200    200    200    200    200    403
PUT /items/{id}/price                            401    404    403    204    403    204    403    403    403
DELETE /items/{id}/price                         401    404    403    204    403    204    403    403    403
GET /orders                                      401    200    200    200    200    200    200    200    403
POST /orders                                     401    404    201    201    201    201    403    201    403
GET /orders/{id}                                 401    404    404    200    404    200    404    404    403
POST /orders/{id}/payments                       401    404    404    201    404    404    403    404    403
-- Earnings and payouts
GET /me/library                                  401    200    200    200    200    200    200    200    403
GET /me/earnings                                 401    200    200    200    200    200    200    200    403
GET /me/movements                                401    200    200    200    200    200    200    200    403
GET /me/statements/{month}                       401    200    200    200    200    200    200    200    403
GET /me/payout-accounts                          401    200    200    200    200    200    200    200    403
POST /me/payout-accounts                         401    201    201    201    201    201    403    403    403
GET /me/payouts                                  401    200    200    200    200    200    200    200    403
POST /me/payouts                                 401    409    409    201    409    409    403    403    403
DELETE /me/payouts/{id}                          401    404    404    204    404    404    403    404    403
GET /splits/items/{id}                           401    404    404    200    404    200    404    404    403
PUT /splits/items/{id}                           401    404    404    204    404    204    403    404    403
GET /splits/spaces/{id}                          401    404    404    404    404    200    404    404    403
PUT /splits/spaces/{id}                          401    404    404    404    404    204    403    404    403
GET /splits/bundles/{id}                         401    404    404    200    404    200    404    404    403
PUT /splits/bundles/{id}                         401    404    404    204    404    204    403    404    403
GET /platform-shares                             401    403    403    403    403    200    403    403    403
POST /platform-shares                            401    403    403    403    403    204    403    403    403
GET /payout-accounts                             401    403    403    403    403    200    403    403    403
PUT /payout-accounts/{id}/approval               401    403    403    403    403    204    403    403    403
PUT /payout-accounts/{id}/refusal                401    403    403    403    403    204    403    403    403
GET /payouts                                     401    403    403    403    403    200    403    403    403
PUT /payouts/{id}/approval                       401    403    403    403    403    204    403    403    403
PUT /payouts/{id}/refusal                        401    403    403    403    403    204    403    403    403
PUT /payouts/{id}/settlement                     401    403    403    403    403    204    403    403    403
GET /payout-batches                              401    403    403    403    403    200    403    403    403
POST /payout-batches                             401    403    403    403    403    201    403    403    403
-- Invoices
GET /me/invoices                                 401    200    200    200    200    200    200    200    403
GET /invoices/{id}                               401    404    404    200    404    200    404    404    403
GET /me/fapiaos                                  401    200    200    200    200    200    200    200    403
POST /orders/{id}/fapiao                         401    404    404    201    404    404    403    404    403
DELETE /fapiaos/{id}                             401    404    404    204    404    404    403    404    403
GET /fapiaos                                     401    403    403    403    403    200    403    403    403
PUT /fapiaos/{id}/decision                       401    403    403    403    403    204    403    403    403
GET /tax-report                                  401    403    403    403    403    200    403    403    403
-- Payments
GET /payment-providers                           200    200    200    200    200    200    200    200    403
GET /reconciliations                             401    403    403    403    403    200    403    403    403
POST /reconciliations                            401    403    403    403    403    200    403    403    403
-- Subscriptions
GET /subscriptions                               401    200    200    200    200    200    200    200    403
GET /subscriptions/{id}                          401    404    404    200    404    200    404    404    403
GET /subscriptions/{id}/bills                    401    404    404    200    404    200    404    404    403
GET /subscriptions/{id}/plans                    401    404    404    200    404    200    404    404    403
PUT /subscriptions/{id}/plan                     401    404    404    200    404    404    403    404    403
DELETE /subscriptions/{id}/plan                  401    404    404    204    404    404    403    404    403
PUT /subscriptions/{id}/pause                    401    404    404    204    404    404    403    404    403
DELETE /subscriptions/{id}/pause                 401    404    404    204    404    404    403    404    403
PUT /subscriptions/{id}/cancellation             401    404    404    204    404    404    404    404    403
DELETE /subscriptions/{id}/cancellation          401    404    404    204    404    404    403    404    403
PUT /subscriptions/{id}/bill                     401    404    404    200    404    404    403    404    403
-- Answers, talks, groups and gifts
GET /people/{handle}/services                    200    200    200    200    200    200    200    200    403
PUT /me/services/answers                         401    204    204    204    204    204    403    403    403
DELETE /me/services/answers                      401    204    204    204    204    204    403    403    403
PUT /me/services/talks                           401    204    204    204    204    204    403    403    403
DELETE /me/services/talks                        401    204    204    204    204    204    403    403    403
PUT /me/services/tips                            401    204    204    204    204    204    403    403    403
DELETE /me/services/tips                         401    204    204    204    204    204    403    403    403
POST /people/{handle}/asks                       401    201    201    201    201    201    403    201    403
GET /asks                                        401    200    200    200    200    200    200    200    403
GET /asks/{id}                                   200    200    200    200    200    200    200    200    403
PUT /asks/{id}/answer                            401    404    404    204    404    404    403    403    403
PUT /asks/{id}/followup                          401    404    404    204    404    404    403    403    403
PUT /asks/{id}/reply                             401    404    404    204    404    404    403    403    403
PUT /asks/{id}/refusal                           401    404    404    204    404    404    403    404    403
POST /asks/{id}/listeners                        401    201    201    201    201    201    403    201    403
PUT /asks/{id}/opening                           401    404    404    200    404    404    403    403    403
GET /people/{handle}/slots                       200    200    200    200    200    200    200    200    403
POST /me/slots                                   401    409    409    201    409    409    403    403    403
DELETE /me/slots/{id}                            401    404    404    204    404    404    403    404    403
POST /people/{handle}/talks                      401    201    201    201    201    201    403    201    403
GET /talks                                       401    200    200    200    200    200    200    200    403
DELETE /talks/{orderId}                          401    404    404    204    404    404    403    404    403
POST /people/{handle}/tips                       401    201    201    201    201    201    403    201    403
GET /questions/{id}/cash-bounties                404    404    200    200    200    200    200    200    403
POST /questions/{id}/cash-bounties               401    404    201    201    201    201    403    403    403
PUT /items/{id}/group-price                      401    404    403    403    403    204    403    403    403
DELETE /items/{id}/group-price                   401    404    403    403    403    204    403    403    403
GET /items/{id}/groups                           404    404    200    200    200    200    200    200    403
POST /items/{id}/groups                          401    404    201    201    201    201    403    201    403
GET /groups/{id}                                 404    404    200    200    200    200    200    200    403
POST /groups/{id}/members                        401    404    201    409    201    201    403    201    403
POST /gifts                                      401    404    201    201    201    201    403    201    403
GET /gifts                                       401    200    200    200    200    200    200    200    403
GET /gifts/{code}                                200    200    200    200    200    200    200    200    403
PUT /gifts/{code}/redemption                     401    404    204    204    204    204    403    204    403
-- Prices and discounts
POST /quotes                                     404    404    200    200    200    200    200    200    403
PUT /orders/{id}/cancellation                    401    404    404    204    404    404    403    404    403
GET /me/offers                                   401    200    200    200    200    200    200    200    403
PUT /offers                                      401    403    403    204    403    204    403    403    403
POST /offers/{id}/prices                         401    403    403    201    403    201    403    403    403
DELETE /offer-prices/{id}                        401    403    403    204    403    204    403    403    403
GET /discounts                                   401    200    200    200    200    200    403    200    403
POST /discounts                                  401    201    201    201    201    201    403    201    403
DELETE /discounts/{id}                           401    404    404    204    404    204    403    404    403
GET /tax-rates                                   200    200    200    200    200    200    200    200    403
PUT /tax-rates/{region}                          401    403    403    403    403    204    403    403    403
DELETE /tax-rates/{region}                       401    403    403    403    403    204    403    403    403
GET /bundles/{slug}                              404    404    200    200    200    200    200    200    403
POST /bundles                                    401    422    422    201    422    201    403    422    403
DELETE /bundles/{slug}                           401    404    404    204    404    204    403    404    403
GET /tiers                                       200    200    200    200    200    200    200    200    403
PUT /tiers/{slug}                                401    403    403    403    403    204    403    403    403
DELETE /tiers/{slug}                             401    403    403    403    403    204    403    403    403
GET /segments                                    401    403    403    403    403    200    403    403    403
PUT /segments/{segment}                          401    403    403    403    403    204    403    403    403
GET /affiliate-links                             401    200    200    200    200    200    403    200    403
POST /affiliate-links                            401    201    201    201    201    201    403    403    403
DELETE /affiliate-links/{id}                     401    404    404    204    404    404    403    404    403
PUT /me/affiliate-rate                           401    204    204    204    204    204    403    204    403
GET /me/seats                                    401    200    200    200    200    200    200    200    403
PUT /me/seats/{id}/people/{handle}               401    404    404    204    404    404    403    404    403
DELETE /me/seats/{id}/people/{handle}            401    404    404    204    404    404    403    404    403
-- Refunds and disputes
GET /orders/{id}/history                         401    404    404    200    404    200    404    404    403
GET /orders/{id}/refunds                         401    404    404    200    404    200    404    404    403
POST /orders/{id}/refunds                        401    404    404    201    404    404    403    404    403
POST /orders/{id}/refunds/unasked                401    403    403    403    403    201    403    403    403
GET /refunds                                     401    403    403    403    403    200    403    403    403
GET /refunds/{id}                                401    404    404    200    404    200    404    404    403
PUT /refunds/{id}/approval                       401    404    404    404    404    204    403    404    403
PUT /refunds/{id}/refusal                        401    404    404    404    404    204    403    404    403
GET /disputes                                    401    403    403    403    403    200    403    403    403
GET /console/orders                              401    403    403    403    403    200    403    403    403
GET /ledger/accounts                             401    403    403    403    403    200    403    403    403
GET /ledger/accounts/{id}/lines                  401    403    403    403    403    200    403    403    403
GET /ledger/proofs                               401    403    403    403    403    200    403    403    403
POST /ledger/proofs                              401    403    403    403    403    201    403    403    403
-- Learning
GET /courses                                     200    200    200    200    200    200    200    200    403
GET /courses/{id}/learning                       404    404    200    200    200    200    200    200    403
PUT /courses/{id}/enrolment                      401    404    204    204    204    204    403    204    403
GET /courses/{id}/take-along                     401    404    200    200    200    200    200    200    403
GET /courses/{id}/search                         404    404    200    200    200    200    200    200    403
PUT /courses/{id}/enrolment/version              401    404    204    204    409    409    403    409    403
GET /courses/{id}/lessons/{lessonId}             404    404    200    200    200    200    200    200    403
POST /progress                                   401    200    200    200    200    200    403    200    403
POST /lessons/{id}/progress                      401    404    200    200    200    200    403    200    403
PUT /lessons/{id}/completion                     401    404    204    204    204    204    403    204    403
GET /me/learning                                 401    200    200    200    200    200    200    200    403
GET /me/streak                                   401    200    200    200    200    200    200    200    403
PUT /me/learning-goal                            401    204    204    204    204    204    403    204    403
GET /me/notes                                    401    200    200    200    200    200    200    200    403
GET /me/notes/markdown                           401    200    200    200    200    200    200    200    403
POST /lessons/{id}/notes                         401    404    201    201    201    201    403    201    403
PATCH /notes/{id}                                401    404    404    204    404    404    403    404    403
DELETE /notes/{id}                               401    404    404    204    404    404    403    404    403
-- Credentials
GET /certificates/{token}                        200    200    200    200    200    200    200    200    403
GET /me/certificates                             401    200    200    200    200    200    200    200    403
PUT /certificates/{token}/revocation             401    403    403    204    403    204    403    403    403
GET /courses/{id}/reviews                        200    200    200    200    200    200    200    200    403
PUT /courses/{id}/review                         401    403    204    403    403    403    403    403    403
GET /paths                                       200    200    200    200    200    200    200    200    403
GET /paths/{id}                                  200    200    200    200    200    200    200    200    403
PUT /paths/{id}/following                        401    204    204    204    204    204    403    204    403
-- Questions at lessons
GET /courses/{id}/lessons/{lessonId}/questions   404    404    200    200    200    200    200    200    403
POST /courses/{id}/lessons/{lessonId}/questions  401    404    201    201    201    201    403    403    403
GET /me/lesson-questions                         401    200    200    200    200    200    200    200    403
GET /lesson-questions/{id}                       404    404    200    200    200    200    200    200    403
POST /lesson-questions/{id}/posts                401    404    201    201    201    201    403    403    403
PATCH /lesson-posts/{id}                         401    404    404    204    404    404    403    403    403
PUT /lesson-questions/{id}/solution              401    404    204    403    403    403    403    403    403
DELETE /lesson-questions/{id}                    401    404    204    204    204    204    403    403    403
PUT /lesson-questions/{id}/echo                  401    404    422    204    204    204    403    204    403
DELETE /lesson-questions/{id}/echo               401    404    422    204    204    204    403    204    403
PUT /lesson-questions/{id}/taking                401    404    403    204    204    204    403    403    403
PUT /lesson-questions/{id}/mentor                401    404    403    204    204    204    403    403    403
GET /courses/{id}/faq                            404    404    200    200    200    200    200    200    403
POST /courses/{id}/faq                           401    404    403    201    201    201    403    403    403
DELETE /courses/{id}/faq/{entryId}               401    404    403    204    204    204    403    403    403
GET /courses/{id}/waiting                        401    404    403    200    200    200    403    403    403
GET /me/desk                                     401    200    200    200    200    200    200    200    403
-- Experts and fair play
GET /experts                                     200    200    200    200    200    200    200    200    403
GET /people/{handle}/expert                      200    200    200    200    200    200    200    200    403
GET /me/expert                                   401    200    200    200    200    200    200    200    403
POST /expert-applications                        401    201    201    409    201    201    403    403    403
GET /expert-applications                         401    403    403    403    403    200    403    403    403
GET /expert-applications/{id}                    401    404    404    200    404    200    404    404    403
DELETE /expert-applications/{id}                 401    404    404    204    404    404    403    404    403
PUT /expert-applications/{id}/verdict            401    403    403    403    403    200    403    403    403
PUT /people/{handle}/expert/revocation           401    403    403    403    403    204    403    403    403
GET /fair-play/findings                          401    403    403    403    403    200    403    403    403
GET /fair-play/findings/{id}                     401    403    403    403    403    200    403    403    403
PUT /fair-play/findings/{id}/decision            401    403    403    403    403    200    403    403    403
GET /fair-play/runs                              401    403    403    403    403    200    403    403    403
PUT /fair-play/search                            401    403    403    403    403    204    403    403    403
-- Cohorts
GET /standing/rules                              200    200    200    200    200    200    200    200    403
GET /me/standing                                 401    200    200    200    200    200    200    200    403
GET /me/points                                   401    200    200    200    200    200    200    200    403
GET /standing/draft                              401    403    403    403    403    200    403    403    403
PUT /standing/draft                              401    403    403    403    403    204    403    403    403
DELETE /standing/draft                           401    403    403    403    403    204    403    403    403
POST /standing/draft/trials                      401    403    403    403    403    201    403    403    403
GET /standing/draft/trials/last                  401    403    403    403    403    200    403    403    403
PUT /standing/draft/activation                   401    403    403    403    403    200    403    403    403
PUT /items/{id}/tags                             401    404    403    200    200    200    403    403    403
PUT /questions/{id}/closing-vote                 401    404    403    403    403    200    403    403    403
PUT /questions/{id}/reopening-vote               401    404    403    403    403    200    403    403    403
GET /cohorts                                     200    200    200    200    200    200    200    200    403
GET /me/cohorts                                  401    200    200    200    200    200    200    200    403
GET /cohorts/{id}                                404    404    200    200    200    200    200    200    403
GET /cohorts/{id}/plan                           404    404    200    200    200    200    200    200    403
POST /courses/{id}/cohorts                       401    404    403    201    201    201    403    403    403
PUT /cohorts/{id}                                401    404    403    204    204    204    403    403    403
PUT /cohorts/{id}/publication                    401    404    403    204    204    204    403    403    403
PUT /cohorts/{id}/cancellation                   401    404    403    204    204    204    403    403    403
PUT /cohorts/{id}/membership                     401    404    204    409    204    204    403    204    403
DELETE /cohorts/{id}/membership                  401    404    204    403    403    403    403    403    403
GET /cohorts/{id}/check-ins                      401    404    200    200    200    200    403    403    403
POST /cohorts/{id}/check-ins                     401    404    201    403    403    403    403    403    403
PUT /cohorts/{id}/check-ins/{day}                401    404    200    403    403    403    403    403    403
GET /cohorts/{id}/members                        401    404    403    200    200    200    403    403    403
PUT /cohorts/{id}/members/{handle}/reminder      401    404    403    204    204    204    403    403    403
GET /me/calendar                                 401    200    200    200    200    200    403    200    403
PUT /me/calendar                                 401    200    200    200    200    200    403    200    403
-- Courses
POST /courses                                    401    404    201    201    201    201    403    201    403
GET /courses/{id}/outline                        401    404    403    200    200    200    403    403    403
PUT /courses/{id}/outline/order                  401    404    403    200    200    200    403    403    403
PUT /courses/{id}/description                    401    404    403    204    204    204    403    403    403
PUT /courses/{id}/cover                          401    404    403    204    403    204    403    403    403
DELETE /courses/{id}/cover                       401    404    403    204    204    204    403    403    403
POST /courses/{id}/sections                      401    404    403    201    201    201    403    403    403
PATCH /courses/{id}/sections/{sectionId}         401    404    403    204    204    204    403    403    403
DELETE /courses/{id}/sections/{sectionId}        401    404    403    204    204    204    403    403    403
POST /courses/{id}/lessons                       401    404    403    201    201    201    403    403    403
GET /courses/{id}/lessons/{lessonId}/draft       401    404    403    200    200    200    403    403    403
PUT /courses/{id}/lessons/{lessonId}/draft       401    404    403    200    200    200    403    403    403
PATCH /courses/{id}/lessons/{lessonId}/draft     401    404    403    204    204    204    403    403    403
DELETE /courses/{id}/lessons/{lessonId}/draft    401    404    403    204    204    204    403    403    403
PUT /courses/{id}/lessons/{lessonId}/restoration 401    404    403    204    204    204    403    403    403
GET /courses/{id}/versions                       401    404    403    200    200    200    403    403    403
POST /courses/{id}/versions                      401    404    403    201    201    201    403    403    403
PUT /courses/{id}/versions/{number}/decision     401    404    403    204    204    204    403    403    403
DELETE /courses/{id}/versions/{number}           401    404    403    204    204    204    403    403    403
GET /courses/{id}/authors                        401    404    403    200    200    200    403    403    403
PUT /courses/{id}/authors/{handle}               401    404    403    204    204    204    403    403    403
DELETE /courses/{id}/authors/{handle}            401    404    403    204    204    204    403    403    403
GET /courses/{id}/report                         401    404    403    200    200    200    403    403    403
GET /courses/{id}/learners                       401    404    403    200    200    200    403    403    403
-- Quizzes, exercises, review
GET /courses/{id}/lessons/{lessonId}/assessment  404    404    200    200    200    200    200    200    403
POST /courses/{id}/lessons/{lessonId}/attempts   401    404    201    201    201    201    403    201    403
PUT /courses/{id}/lessons/{lessonId}/attempts/open/answers 401 404 204 409 409 409 403 409 403
PUT /courses/{id}/lessons/{lessonId}/attempts/open/submission 401 404 200 409 409 409 403 409 403
PUT /courses/{id}/lessons/{lessonId}/try         401    404    200    200    200    200    403    200    403
GET /me/review                                   401    200    200    200    200    200    200    200    403
PUT /review-cards/{id}/rating                    401    404    200    404    404    404    403    404    403
DELETE /review-cards/{id}                        401    404    204    404    404    404    403    404    403
GET /courses/{id}/questions                      401    404    403    200    200    200    403    403    403
POST /courses/{id}/questions                     401    404    403    201    201    201    403    403    403
PUT /courses/{id}/questions/{questionId}         401    404    403    204    204    204    403    403    403
DELETE /courses/{id}/questions/{questionId}      401    404    403    204    204    204    403    403    403
PUT /courses/{id}/lessons/{lessonId}/quiz        401    404    403    204    204    204    403    403    403
GET /courses/{id}/lessons/{lessonId}/quiz/statistics 401 404 403 200 200 200 403 403 403
GET /attempts/{id}                               401    404    403    200    200    200    403    403    403
PUT /attempts/{id}/marks                         401    404    403    200    200    200    403    403    403
PUT /courses/{id}/lessons/{lessonId}/exercise    401    404    403    204    204    204    403    403    403
-- Organisations
GET /organisations                               401    200    200    200    200    200    200    200    403
POST /organisations                              401    201    201    201    201    201    403    403    403
GET /organisations/{slug}                        401    404    200    200    404    200    404    404    403
PUT /organisations/{slug}/description            401    404    403    204    404    204    403    403    403
PUT /organisations/{slug}/membership             401    204    204    204    204    204    403    403    403
DELETE /organisations/{slug}/membership          401    404    204    409    404    404    403    404    403
GET /organisations/{slug}/people                 401    404    403    200    404    200    404    404    403
PUT /organisations/{slug}/people/{handle}/role   401    404    403    204    404    204    403    403    403
DELETE /organisations/{slug}/people/{handle}     401    404    403    204    404    204    403    403    403
GET /organisations/{slug}/invitations            401    404    403    200    404    200    404    404    403
POST /organisations/{slug}/invitations           401    404    403    200    404    200    403    403    403
DELETE /organisations/{slug}/invitations/{id}    401    404    403    204    404    204    403    403    403
POST /organisations/{slug}/links                 401    404    403    201    404    201    403    403    403
PUT /organisation-invitations/{token}/acceptance 401 200 200 200 200 200 403 200 403
GET /organisations/{slug}/teams                  401    404    403    200    404    200    404    404    403
POST /organisations/{slug}/teams                 401    404    403    201    404    201    403    403    403
PUT /organisations/{slug}/teams/{id}             401    404    403    204    404    204    403    403    403
DELETE /organisations/{slug}/teams/{id}          401    404    403    204    404    204    403    403    403
PUT /organisations/{slug}/teams/{id}/people/{handle} 401 404 403 204 404 204 403 403 403
DELETE /organisations/{slug}/teams/{id}/people/{handle} 401 404 403 204 404 204 403 403 403
GET /organisations/{slug}/seats                  401    404    403    200    404    200    404    404    403
POST /organisations/{slug}/seats                 401    404    403    403    404    201    403    403    403
DELETE /organisations/{slug}/seats/{id}          401    404    403    403    404    204    403    403    403
PUT /organisations/{slug}/seats/{id}/lending     401    404    403    204    404    404    403    403    403
PUT /organisations/{slug}/seats/{id}/people/{handle} 401 404 403 204 404 204 403 403 403
DELETE /organisations/{slug}/seats/{id}/people/{handle} 401 404 403 204 404 204 403 403 403
PUT /organisations/{slug}/seats/{id}/teams/{teamId} 401 404 403 200 404 200 403 403 403
POST /organisations/{slug}/trainings             401    404    403    201    404    201    403    403    403
PUT /organisations/{slug}/trainings/{id}         401    404    403    204    404    204    403    403    403
PUT /organisations/{slug}/trainings/{id}/extensions/{handle} 401 404 403 204 404 204 403 403 403
DELETE /organisations/{slug}/trainings/{id}      401    404    403    204    404    204    403    403    403
GET /organisations/{slug}/report                 401    404    403    200    404    200    404    404    403
GET /organisations/{slug}/report/people          401    404    403    200    404    200    404    404    403
GET /organisations/{slug}/report/people/{handle} 401 404 403 200 404 200 404 404 403
GET /organisations/{slug}/report/mine            401    404    200    200    404    200    404    404    403
GET /organisations/{slug}/domains                401    404    403    200    404    200    404    404    403
PUT /organisations/{slug}/domains/{domain}       401    404    403    204    404    204    403    403    403
PUT /organisations/{slug}/domains/{domain}/joining 401 404 403 204 404 204 403 403 403
DELETE /organisations/{slug}/domains/{domain}    401    404    403    204    404    204    403    403    403
GET /organisations/{slug}/sign-on                401    404    403    200    404    200    404    404    403
DELETE /organisations/{slug}/sign-on             401    404    403    204    404    204    403    403    403
GET /organisations/{slug}/log                    401    404    403    200    404    200    404    404    403
-- Checks
GET /items/{id}/checks                           401    404    404    200    200    200    404    404    403
GET /checks/stopped                              401    403    403    403    403    200    403    403    403
GET /checks/rules                                401    403    403    403    403    200    403    403    403
PUT /checks/rules/{name}                         401    403    403    403    403    200    403    403    403
DELETE /checks/rules/{name}                      401    403    403    403    403    204    403    403    403
GET /checks/lists                                401    403    403    403    403    200    403    403    403
POST /checks/lists                               401    403    403    403    403    201    403    403    403
GET /checks/lists/{id}                           401    403    403    403    403    200    403    403    403
PATCH /checks/lists/{id}                         401    403    403    403    403    200    403    403    403
DELETE /checks/lists/{id}                        401    403    403    403    403    204    403    403    403
GET /checks/domains                              401    403    403    403    403    200    403    403    403
PUT /checks/domains/{domain}                     401    403    403    403    403    200    403    403    403
DELETE /checks/domains/{domain}                  401    403    403    403    403    204    403    403    403
POST /checks/trial                               401    403    403    403    403    200    403    403    403
GET /checks/models                               401    403    403    403    403    200    403    403    403
PUT /checks/models/{id}/use                      401    403    403    403    403    204    403    403    403
DELETE /checks/models/{id}/use                   401    403    403    403    403    204    403    403    403
GET /checks/runs                                 401    403    403    403    403    200    403    403    403
POST /checks/models/{task}/versions              401    403    403    403    403    201    403    403    403
POST /checks/runs                                401    403    403    403    403    201    403    403    403
GET /checks/mood                                 401    403    403    403    403    200    403    403    403
-- Courses as one file
GET /courses/{id}/archive                        401    404    403    200    200    200    403    403    403
POST /course-imports                             401    404    403    201    403    201    403    403    403
GET /course-imports                              401    200    200    200    200    200    200    200    403
GET /course-imports/{id}                         401    404    404    200    404    404    404    404    403
-- Packages, statements, platforms
GET /courses/{id}/packages                       401    404    403    200    200    200    403    403    403
POST /courses/{id}/packages                      401    404    403    201    403    201    403    403    403
GET /courses/{id}/packages/{packageId}           401    404    403    200    200    200    403    403    403
DELETE /courses/{id}/packages/{packageId}        401    404    403    204    204    204    403    403    403
POST /courses/{id}/packages/{packageId}/lessons  401    404    403    201    201    201    403    403    403
PUT /courses/{id}/lessons/{lessonId}/package/session 404 404 200 200 200 200 403 200 403
PUT /courses/{id}/lessons/{lessonId}/package/data 401 404 200 409 409 409 403 409 403
GET /courses/{id}/lessons/{lessonId}/package/attempts 401 404 403 200 200 200 403 403 403
GET /xapi/statements                             401    404    403    200    200    200    403    403    403
GET /lti/platforms                               401    403    403    403    403    200    403    403    403
POST /lti/platforms                              401    403    403    403    403    201    403    403    403
PUT /lti/platforms/{id}                          401    403    403    403    403    204    403    403    403
DELETE /lti/platforms/{id}                       401    403    403    403    403    204    403    403    403
-- Assignments
GET /courses/{id}/lessons/{lessonId}/assignment  404    404    200    200    200    200    200    200    403
PUT /courses/{id}/lessons/{lessonId}/assignment  401    404    403    204    204    204    403    403    403
PUT /courses/{id}/lessons/{lessonId}/assignment/extensions/{handle} 401 404 403 204 204 204 403 403 403
GET /courses/{id}/extensions                     401    404    403    200    200    200    403    403    403
PUT /courses/{id}/lessons/{lessonId}/submission/draft 401 404  200    200    200    200    403    200    403
PUT /courses/{id}/lessons/{lessonId}/submission/draft/files/{fileId} 401 404 204 403 403 204 403 403 403
DELETE /courses/{id}/lessons/{lessonId}/submission/draft/files/{fileId} 401 404 204 404 404 404 403 404 403
POST /courses/{id}/lessons/{lessonId}/submissions 401   404    201    201    201    201    403    201    403
PUT /submissions/{id}/appeal                     401    404    204    404    404    404    403    404    403
GET /courses/{id}/lessons/{lessonId}/review-task 401    404    200    409    409    409    403    409    403
PUT /courses/{id}/lessons/{lessonId}/samples/{key} 401  404    200    409    409    409    403    409    403
PUT /peer-reviews/{id}                           401    404    204    404    404    404    403    403    403
PUT /peer-reviews/{id}/rating                    401    404    204    404    404    404    403    403    403
GET /marking                                     401    200    200    200    200    200    200    200    403
PUT /marking/next                                401    404    404    200    404    404    403    404    403
GET /submissions/{id}                            401    404    403    200    200    200    403    403    403
PUT /submissions/{id}/claim                      401    404    403    204    204    204    403    403    403
DELETE /submissions/{id}/claim                   401    404    403    204    204    204    403    403    403
PUT /submissions/{id}/marking                    401    404    403    200    200    200    403    403    403
PUT /me/level-test                               401    200    200    200    200    200    403    200    403
GET /me/level-test                               401    404    200    404    404    404    404    404    403
PUT /me/level-test/answers/{position}            401    409    204    409    409    409    403    409    403
-- Self-government
GET /elections                                   200    200    200    200    200    200    200    200    403
POST /elections                                  401    403    403    403    403    201    403    403    403
GET /elections/{id}                              404    404    200    200    200    200    200    200    403
PUT /elections/{id}/candidacy                    401    404    204    204    204    403    403    403    403
DELETE /elections/{id}/candidacy                 401    404    409    204    409    409    403    409    403
POST /elections/{id}/questions                   401    404    201    201    201    403    403    403    403
PUT /election-questions/{id}/answer              401    404    409    204    409    409    403    403    403
PUT /elections/{id}/ballot                       401    404    200    200    200    403    403    403    403
PUT /elections/{id}/confirmation                 401    403    403    403    403    204    403    403    403
PUT /elections/{id}/cancellation                 401    403    403    403    403    204    403    403    403
GET /juries                                      200    200    200    200    200    200    200    200    403
POST /juries                                     401    403    403    403    403    201    403    403    403
GET /juries/{id}                                 404    404    200    404    404    200    404    404    403
PUT /juries/{id}/vote                            401    404    204    404    404    404    403    403    403
DELETE /juries/{id}/seat                         401    404    204    404    404    404    403    404    403
GET /me/jury-duty                                401    200    200    200    200    200    200    200    403
PUT /me/jury-duty                                401    204    204    204    204    204    403    204    403
GET /rules                                       200    200    200    200    200    200    200    200    403
GET /rule-proposals                              200    200    200    200    200    200    200    200    403
POST /rule-proposals                             401    403    403    403    403    201    403    403    403
GET /rule-proposals/{id}                         200    200    200    200    200    200    200    200    403
PUT /rule-proposals/{id}/vote                    401    204    204    204    204    204    403    403    403
DELETE /rule-proposals/{id}                      401    403    403    204    403    204    403    403    403
PUT /rule-proposals/{id}/veto                    401    403    403    403    403    204    403    403    403
GET /community-health                            200    200    200    200    200    200    200    200    403
GET /items/{id}/quality                          401    404    404    200    404    200    404    404    403
-- Rewards
GET /leaderboard                                 200    200    200    200    200    200    200    200    403
GET /badges                                      200    200    200    200    200    200    200    200    403
GET /badges/{id}                                 200    200    200    200    200    200    200    200    403
GET /badges/{id}/awards                          200    200    200    200    200    200    200    200    403
GET /people/{handle}/badges                      200    200    200    200    200    200    200    200    403
POST /badges                                     401    403    403    403    403    201    403    403    403
DELETE /badges/{id}                              401    403    403    403    403    204    403    403    403
PUT /badges/{id}/backfill                        401    403    403    403    403    204    403    403    403
POST /badges/{id}/awards                         401    403    403    403    403    201    403    403    403
PUT /badge-awards/{id}/withdrawal                401    403    403    403    403    204    403    403    403
PUT /badge-awards/{id}/credential                401    404    200    404    404    404    403    404    403
GET /me/days                                     401    200    200    200    200    200    200    200    403
GET /quests                                      200    200    200    200    200    200    200    200    403
GET /quests/{id}                                 200    200    200    200    200    200    200    200    403
POST /quests                                     401    403    403    403    403    201    403    403    403
DELETE /quests/{id}                              401    403    403    403    403    204    403    403    403
GET /honours                                     200    200    200    200    200    200    200    200    403
POST /honours                                    401    403    403    403    403    201    403    403    403
DELETE /honours/{id}                             401    403    403    403    403    204    403    403    403
GET /goods                                       200    200    200    200    200    200    200    200    403
POST /goods                                      401    403    403    403    403    201    403    403    403
PUT /goods/{id}                                  401    403    403    403    403    204    403    403    403
DELETE /goods/{id}                               401    403    403    403    403    204    403    403    403
POST /goods-orders                               401    201    201    201    201    201    403    403    403
GET /me/goods-orders                             401    200    200    200    200    200    200    200    403
DELETE /me/goods-orders/{id}                     401    404    204    404    404    404    403    404    403
GET /goods-orders                                401    403    403    403    403    200    403    403    403
PUT /goods-orders/{id}/fulfilment                401    403    403    403    403    204    403    403    403
PUT /goods-orders/{id}/cancellation              401    403    403    403    403    204    403    403    403
GET /pools                                       200    200    200    200    200    200    200    200    403
GET /pools/{month}                               200    200    200    200    200    200    200    200    403
PUT /pool-terms                                  401    403    403    403    403    200    403    403    403
PUT /pool-preview                                401    403    403    403    403    200    403    403    403
-- Moderation. author looks after a space of their own: they have a queue, with nothing in it.
POST /reports                                    401    404    201    403    201    201    403    403    403
GET /me/reports                                  401    200    200    200    200    200    200    200    403
GET /me/moderation                               401    200    200    200    200    200    200    200    403
GET /moderation/cases                            401    403    403    200    200    200    403    403    403
GET /moderation/counts                           401    403    403    200    200    200    403    403    403
GET /moderation/cases/{id}                       401    403    403    404    200    200    403    403    403
PUT /moderation/cases/{id}/claim                 401    403    403    404    200    200    403    403    403
DELETE /moderation/cases/{id}/claim              401    403    403    404    204    409    403    403    403
PUT /moderation/next                             401    403    403    409    200    200    403    403    403
POST /moderation/cases/{id}/notes                401    403    403    404    201    201    403    403    403
POST /moderation/cases/{id}/decision             401    403    403    404    201    201    403    403    403
PUT /moderation/decisions                        401    403    403    200    200    200    403    403    403
GET /moderation/decisions/{id}                   401    404    404    200    200    200    404    404    403
DELETE /moderation/decisions/{id}                401    403    403    404    403    204    403    403    403
POST /moderation/decisions/{id}/appeal           401    404    404    201    404    404    404    404    403
GET /moderation/appeals                          401    403    403    200    200    200    403    403    403
PUT /moderation/appeals/{id}/decision            401    403    403    403    200    200    403    403    403
GET /moderation/reversals                        200    200    200    200    200    200    200    200    403
GET /moderation/health                           401    403    403    403    403    200    403    403    403
GET /me/moderation-duty                          401    403    403    200    200    200    403    403    403
PUT /me/moderation-duty                          401    403    403    204    204    204    403    403    403
GET /moderation/replies                          401    403    403    200    200    200    403    403    403
POST /moderation/replies                         401    403    403    403    403    201    403    403    403
PUT /moderation/replies/{id}                     401    403    403    403    403    204    403    403    403
DELETE /moderation/replies/{id}                  401    403    403    403    403    204    403    403    403
GET /moderation-actions                          200    200    200    200    200    200    200    200    403
-- Settings
GET /settings                                    401    403    403    403    403    200    403    403    403
PATCH /settings                                  401    403    403    403    403    200    403    403    403
`;

const rows = table
	.trim()
	.split('\n')
	.filter((line) => /^(?:GET|POST|PUT|PATCH|DELETE) /.test(line))
	.map((line) => {
		const [method, path, ...statuses] = line.split(/\s+/);
		return { name: `${method} ${path}`, statuses: statuses.map(Number) };
	});
const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`;

const ctx = await testContext();
let world: World;
beforeAll(async () => {
	world = await buildWorld(ctx);
});

test('every operation has its row, every row its operation, and every persona a column', () => {
	expect(rows.map(({ name }) => name).sort()).toEqual(operations.map(nameOf).sort());
	for (const { name, statuses } of rows) expect([name, statuses.length]).toEqual([name, personas.length]);
});

describe('who may do what', () => {
	test.each(rows.map(({ name, statuses }) => [name, statuses] as const))('%s', async (name, expected) => {
		const operation = operations.find((one) => nameOf(one) === name)!;
		const found: Record<string, number> = {};
		for (const persona of personas) {
			const called = calls[operation.id]!(world);
			const response = await undone(ctx, (own) =>
				createApi(own).fetch(requestOf(world, operation, called, persona)),
			);
			found[persona] = response.status;
		}
		expect(found).toEqual(Object.fromEntries(personas.map((persona, at) => [persona, expected[at]])));
	});
});

test('a bug answers with an id only, and no operation of the table answers so', () => {
	expect(rows.flatMap(({ statuses }) => statuses).filter((status) => status >= 500)).toEqual([]);
});

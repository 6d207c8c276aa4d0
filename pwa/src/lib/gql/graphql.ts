/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AcceptOfferInput = {
  offerId: string;
};

export type ActivityKind =
  | 'AFTERCARE'
  | 'CAMP'
  | 'CHAPLAINCY'
  | 'CHILD_ESCORT'
  | 'CHILD_EVENT'
  | 'COURSE'
  | 'DESK'
  | 'DROP_IN'
  | 'FAMILY'
  | 'ONE_TO_ONE';

/** Of each side: FACILITY: CLOSED NO_ROOM NO_STAFF SECURITY; DETAINEE: ILL OTHER_APPOINTMENT TRANSFERRED RELEASED NOT_WANTED; VOLUNTEER: ILL OTHER_APPOINTMENT TRAVEL; ORGANISATION: NO_VOLUNTEER PLANNING. */
export type CancelCause =
  | 'CLOSED'
  | 'ILL'
  | 'NOT_WANTED'
  | 'NO_ROOM'
  | 'NO_STAFF'
  | 'NO_VOLUNTEER'
  | 'OTHER_APPOINTMENT'
  | 'PLANNING'
  | 'RELEASED'
  | 'SECURITY'
  | 'TRANSFERRED'
  | 'TRAVEL';

export type CancelSide =
  | 'DETAINEE'
  | 'FACILITY'
  | 'ORGANISATION'
  | 'VOLUNTEER';

export type CancelVisitInput = {
  cause: CancelCause;
  side: CancelSide;
  visitId: string;
};

export type ClaimRequestInput = {
  requestId: string;
};

export type ConfirmVisitInput = {
  regime: VisitRegime;
  setting: VisitSetting;
  visitId: string;
};

export type DeclineOfferInput = {
  offerId: string;
  reason?: DeclineReason | null | undefined;
};

export type DeclineReason =
  | 'NOT_NOW'
  | 'NO_TIME'
  | 'OTHER'
  | 'TOO_FAR';

export type DetaineeInput = {
  familyName: string;
  givenName: string;
  wing?: string | null | undefined;
};

export type EndMatchInput = {
  matchId: string;
  reason: MatchEndReason;
};

export type EndOtherSessionsInput = {
  thisSessionId: string;
};

export type EndSessionInput = {
  sessionId: string;
};

export type Fit =
  | 'FAIR'
  | 'GOOD'
  | 'VERY_GOOD';

export type Gender =
  | 'MAN'
  | 'OTHER'
  | 'WOMAN';

export type LogVisitInput = {
  minutes: number;
  outcome: VisitOutcome;
  setting: VisitSetting;
  travelKilometres: number;
  visitId: string;
};

export type MakeCalendarFeedInput = {
  feedId?: string | null | undefined;
};

export type MatchEndReason =
  | 'DETAINEE_WISH'
  | 'NO_CLICK'
  | 'OTHER'
  | 'RELEASED'
  | 'TRANSFERRED'
  | 'VOLUNTEER_WISH';

export type MatchState =
  | 'ACTIVE'
  | 'ENDED'
  | 'REVIEW';

export type OfferRequestInput = {
  expiresAt: string;
  requestId: string;
  volunteerIds: Array<string>;
};

export type OfferState =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'LIVE'
  | 'WITHDRAWN';

export type PaperState =
  | 'EXPIRED'
  | 'EXPIRES_SOON'
  | 'MISSING'
  | 'REQUESTED'
  | 'VALID';

export type ProposeVisitInput = {
  endsAt: string;
  matchId: string;
  startsAt: string;
};

export type PublishReportInput = {
  periodEnd: string;
  periodStart: string;
};

export type ReadNoticesInput = {
  noticeIds: Array<string>;
};

export type RemovePasskeyInput = {
  passkeyId: string;
};

export type RenamePasskeyInput = {
  name: string;
  passkeyId: string;
};

export type RequestState =
  | 'CLOSED'
  | 'MATCHED'
  | 'OFFERED'
  | 'OPEN'
  | 'WITHDRAWN';

export type RequestVisitInput = {
  activityKind: ActivityKind;
  consent: boolean;
  detainee?: DetaineeInput | null | undefined;
  detaineeId?: string | null | undefined;
  facilityId: string;
  languages: Array<string>;
  note?: string | null | undefined;
  organisationId?: string | null | undefined;
  volunteerGender?: Gender | null | undefined;
};

export type RevokeCalendarFeedInput = {
  feedId: string;
};

export type Role =
  | 'COORDINATOR'
  | 'FUNDER'
  | 'OPERATOR'
  | 'STAFF'
  | 'VOLUNTEER';

export type SetLocaleInput = {
  locale: string;
};

export type SwitchMembershipInput = {
  membershipId: string;
};

export type VisitOutcome =
  | 'DETAINEE_ABSENT'
  | 'FACILITY_CANCELLED'
  | 'HELD'
  | 'VOLUNTEER_ABSENT';

export type VisitRegime =
  | 'OFFICIAL'
  | 'OTHER'
  | 'REGULAR_HOUR'
  | 'UNKNOWN';

export type VisitSetting =
  | 'OUTSIDE'
  | 'PRIVATE_ROOM'
  | 'SUPERVISED_HALL'
  | 'UNKNOWN';

export type VisitState =
  | 'CANCELLED'
  | 'CONFIRMED'
  | 'LOGGED'
  | 'PROPOSED';

export type WithdrawReason =
  | 'DETAINEE_WISH'
  | 'RELEASED'
  | 'TRANSFERRED';

export type WithdrawRequestInput = {
  reason: WithdrawReason;
  requestId: string;
};

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, locale: string, demo: boolean, current: { id: string, role: Role, organisation: { id: string, name: string } | null, facility: { id: string, name: string, city: string } | null, volunteer: { id: string } | null }, memberships: Array<{ id: string, role: Role, organisation: { id: string, name: string } | null, facility: { id: string, name: string, city: string } | null }> } | null };

export type SetLocaleMutationVariables = Exact<{
  input: SetLocaleInput;
}>;


export type SetLocaleMutation = { setLocale:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetLocaleSuccess', viewer: { id: string, locale: string } }
   };

export type OwnSessionFragment = { id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean }> };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession:
    | { __typename: 'EndSessionSuccess', sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean }> }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type EndOtherSessionsMutationVariables = Exact<{
  input: EndOtherSessionsInput;
}>;


export type EndOtherSessionsMutation = { endOtherSessions:
    | { __typename: 'EndOtherSessionsSuccess', sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean }> }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type SwitchMembershipMutationVariables = Exact<{
  input: SwitchMembershipInput;
}>;


export type SwitchMembershipMutation = { switchMembership:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SwitchMembershipSuccess', membership: { id: string } }
   };

export type PasskeyRowFragment = { id: string, name: string, createdAt: string, lastUsedAt: string | null, blocked: boolean };

export type MyPasskeysQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPasskeysQuery = { myPasskeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null, blocked: boolean }> };

export type RenamePasskeyMutationVariables = Exact<{
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { renamePasskey:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RenamePasskeySuccess', passkey: { id: string, name: string, createdAt: string, lastUsedAt: string | null, blocked: boolean } }
   };

export type RemovePasskeyMutationVariables = Exact<{
  input: RemovePasskeyInput;
}>;


export type RemovePasskeyMutation = { removePasskey:
    | { __typename: 'LastPasskey', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RemovePasskeySuccess', passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null, blocked: boolean }> }
   };

export type OrganisationMatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OrganisationMatchesQuery = { organisationMatches: { totalCount: number, edges: Array<{ node: { id: string, state: MatchState, pseudonym: string, activityKind: ActivityKind, startedOn: string, visitsHeld: number, facility: { id: string, name: string, city: string }, volunteer: { id: string, displayName: string }, nextVisit: { id: string, state: VisitState, startsAt: string } | null, lastVisit: { id: string, startsAt: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EndMatchAtDeskMutationVariables = Exact<{
  input: EndMatchInput;
}>;


export type EndMatchAtDeskMutation = { endMatch:
    | { __typename: 'EndMatchSuccess', match: { id: string, state: MatchState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyMatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyMatchesQuery = { myMatches: Array<{ id: string, state: MatchState, activityKind: ActivityKind, pseudonym: string, endedOn: string | null, visitsHeld: number, facility: { id: string, name: string, city: string }, detainee: { givenName: string } | null, nextVisit: { id: string, state: VisitState, startsAt: string } | null }> };

export type MyMatchQueryVariables = Exact<{
  id: string;
}>;


export type MyMatchQuery = { match: { id: string, state: MatchState, activityKind: ActivityKind, startedOn: string, endedOn: string | null, endReason: MatchEndReason | null, pseudonym: string, coordinatorName: string | null, visitsHeld: number, facility: { id: string, name: string, city: string }, detainee: { givenName: string } | null, organisation: { id: string, name: string }, nextVisit: { id: string, state: VisitState, startsAt: string, endsAt: string } | null, lastVisit: { id: string, state: VisitState, startsAt: string } | null } | null };

export type VisitingMomentsQueryVariables = Exact<{
  matchId: string;
}>;


export type VisitingMomentsQuery = { match: { id: string, state: MatchState, pseudonym: string, detainee: { givenName: string } | null, facility: { id: string, name: string, city: string } } | null, visitingMoments: Array<{ startsAt: string, endsAt: string, placesLeft: number }> };

export type ProposeVisitMutationVariables = Exact<{
  input: ProposeVisitInput;
}>;


export type ProposeVisitMutation = { proposeVisit:
    | { __typename: 'DoubleBooked', code: string, message: string }
    | { __typename: 'FacilityBlocked', code: string, message: string }
    | { __typename: 'FacilityFull', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAdmitted', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutsideVisitingHours', code: string, message: string }
    | { __typename: 'ProposeVisitSuccess', visit: { id: string, state: VisitState, startsAt: string, endsAt: string } }
   };

export type EndMyMatchMutationVariables = Exact<{
  input: EndMatchInput;
}>;


export type EndMyMatchMutation = { endMatch:
    | { __typename: 'EndMatchSuccess', match: { id: string, state: MatchState, endedOn: string | null, endReason: MatchEndReason | null } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyOffersQuery = { myOffers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, createdAt: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, distanceKilometres: number | null, matchId: string | null, facility: { id: string, name: string, city: string } }> };

export type MyOfferQueryVariables = Exact<{
  id: string;
}>;


export type MyOfferQuery = { offer: { id: string, state: OfferState, expiresAt: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, distanceKilometres: number | null, note: string | null, matchId: string | null, visitingWeekdays: Array<number>, suitableWeekdays: Array<number>, facility: { id: string, name: string, city: string } } | null };

export type AcceptOfferMutationVariables = Exact<{
  input: AcceptOfferInput;
}>;


export type AcceptOfferMutation = { acceptOffer:
    | { __typename: 'AcceptOfferSuccess', match: { id: string, coordinatorName: string | null, detainee: { givenName: string } | null, facility: { id: string, name: string, city: string } } }
    | { __typename: 'AtCapacity', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotEligible', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OfferExpired', code: string, message: string }
    | { __typename: 'OfferTaken', code: string, message: string }
    | { __typename: 'OfferWithdrawn', code: string, message: string }
   };

export type DeclineOfferMutationVariables = Exact<{
  input: DeclineOfferInput;
}>;


export type DeclineOfferMutation = { declineOffer:
    | { __typename: 'DeclineOfferSuccess', offer: { id: string, state: OfferState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OfferExpired', code: string, message: string }
    | { __typename: 'OfferTaken', code: string, message: string }
    | { __typename: 'OfferWithdrawn', code: string, message: string }
   };

export type MyNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNoticesQuery = { myNotices: Array<{ id: string, text: string, createdAt: string, readAt: string | null, offerId: string | null, matchId: string | null, visitId: string | null }> };

export type ReadNoticesMutationVariables = Exact<{
  input: ReadNoticesInput;
}>;


export type ReadNoticesMutation = { readNotices:
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReadNoticesSuccess', read: number }
   };

export type PublicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type PublicationsQuery = { publications: Array<{ id: string, periodStart: string, periodEnd: string, publishedAt: string, title: string, headline: string }> };

export type PublicationQueryVariables = Exact<{
  id: string;
}>;


export type PublicationQuery = { publication: { id: string, periodStart: string, periodEnd: string, publishedAt: string, title: string, headline: string, readingExample: string, hash: string, signature: string, tables: Array<{ key: string, title: string, totalVisits: number, totalHours: number, rows: Array<{ organisation: string, quarter: string, visits: number, hours: number }> }>, definitions: Array<{ key: string, version: number, name: string, text: string }>, downloads: Array<{ kind: string, url: string }> } | null };

export type PublishReportMutationVariables = Exact<{
  input: PublishReportInput;
}>;


export type PublishReportMutation = { publishReport:
    | { __typename: 'AlreadyPublished', code: string, message: string }
    | { __typename: 'CannotProtect', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'PeriodOpen', code: string, message: string }
    | { __typename: 'PublishReportSuccess', publication: { id: string, title: string, periodStart: string, periodEnd: string } }
   };

export type InboxRequestFragment = { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, name: string, city: string }, organisation: { id: string, name: string } | null };

export type RequestOffersFragment = { offers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } }> };

export type RequestInboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RequestInboxQuery = { requestInbox: { totalCount: number, edges: Array<{ node: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, name: string, city: string }, organisation: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RequestToMatchQueryVariables = Exact<{
  id: string;
  suggestions: number;
}>;


export type RequestToMatchQuery = { visitRequest: { note: string | null, volunteerGender: Gender | null, createdAt: string, eligibleCount: number, notEligibleCount: number, id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, suggestions: Array<{ fit: Fit, reasons: Array<string>, cares: Array<string>, alreadyOffered: boolean, volunteer: { id: string, displayName: string, place: string | null } }>, notEligible: Array<{ reason: string, volunteer: { id: string, displayName: string } }>, facility: { id: string, name: string, city: string }, organisation: { id: string, name: string } | null, offers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } }> } | null };

export type DetaineeNameOfRequestQueryVariables = Exact<{
  id: string;
}>;


export type DetaineeNameOfRequestQuery = { visitRequest: { id: string, detainee: { givenName: string, familyName: string, wing: string | null } | null } | null };

export type ClaimRequestMutationVariables = Exact<{
  input: ClaimRequestInput;
}>;


export type ClaimRequestMutation = { claimRequest:
    | { __typename: 'AlreadyClaimed', code: string, message: string }
    | { __typename: 'ClaimRequestSuccess', request: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, name: string, city: string }, organisation: { id: string, name: string } | null } }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type OfferRequestMutationVariables = Exact<{
  input: OfferRequestInput;
}>;


export type OfferRequestMutation = { offerRequest:
    | { __typename: 'AlreadyMatched', code: string, message: string }
    | { __typename: 'AlreadyOffered', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotEligible', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OfferRequestSuccess', offers: Array<{ id: string, state: OfferState, volunteer: { id: string, displayName: string } }> }
   };

export type OwnRequestFragment = { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, volunteerGender: Gender | null, note: string | null, waitingDays: number, createdAt: string, organisation: { id: string, name: string } | null };

export type FacilityRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FacilityRequestsQuery = { facilityRequests: { totalCount: number, edges: Array<{ node: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, volunteerGender: Gender | null, note: string | null, waitingDays: number, createdAt: string, organisation: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OwnRequestQueryVariables = Exact<{
  id: string;
}>;


export type OwnRequestQuery = { visitRequest: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, volunteerGender: Gender | null, note: string | null, waitingDays: number, createdAt: string, organisation: { id: string, name: string } | null } | null };

export type ActiveOrganisationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ActiveOrganisationsQuery = { activeOrganisations: Array<{ id: string, name: string }> };

export type RecogniseDetaineeQueryVariables = Exact<{
  givenName: string;
  familyName: string;
  activityKind: ActivityKind;
}>;


export type RecogniseDetaineeQuery = { recogniseDetainee: { known: boolean, pseudonym: string | null, openRequest: string | null } };

export type RequestVisitMutationVariables = Exact<{
  input: RequestVisitInput;
}>;


export type RequestVisitMutation = { requestVisit:
    | { __typename: 'CitizenNumber', code: string, message: string }
    | { __typename: 'ConsentMissing', code: string, message: string }
    | { __typename: 'DuplicateRequest', requestId: string, code: string, message: string }
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'PlanReference', word: string, code: string, message: string }
    | { __typename: 'RequestVisitSuccess', request: { id: string, state: RequestState, pseudonym: string, createdAt: string } }
   };

export type WithdrawRequestMutationVariables = Exact<{
  input: WithdrawRequestInput;
}>;


export type WithdrawRequestMutation = { withdrawRequest:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'WithdrawRequestSuccess', request: { id: string, state: RequestState } }
   };

export type OwnFeedFragment = { id: string, url: string, fetchedOn: string | null };

export type MyCalendarQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCalendarQuery = { myCalendar: { id: string, url: string, fetchedOn: string | null } | null };

export type MakeCalendarFeedMutationVariables = Exact<{
  input: MakeCalendarFeedInput;
}>;


export type MakeCalendarFeedMutation = { makeCalendarFeed:
    | { __typename: 'MakeCalendarFeedSuccess', feed: { id: string, url: string, fetchedOn: string | null } }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type RevokeCalendarFeedMutationVariables = Exact<{
  input: RevokeCalendarFeedInput;
}>;


export type RevokeCalendarFeedMutation = { revokeCalendarFeed:
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RevokeCalendarFeedSuccess', feedId: string }
   };

export type DeskVisitFragment = { id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, organisation: { id: string, name: string } };

export type FacilityAgendaQueryVariables = Exact<{
  date: string;
}>;


export type FacilityAgendaQuery = { facilityAgenda: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, organisation: { id: string, name: string } }> };

export type VisitsToConfirmQueryVariables = Exact<{ [key: string]: never; }>;


export type VisitsToConfirmQuery = { visitsToConfirm: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, organisation: { id: string, name: string } }> };

export type ConfirmVisitMutationVariables = Exact<{
  input: ConfirmVisitInput;
}>;


export type ConfirmVisitMutation = { confirmVisit:
    | { __typename: 'ConfirmVisitSuccess', visit: { id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, organisation: { id: string, name: string } } }
    | { __typename: 'FacilityFull', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAdmitted', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type CancelVisitAtDeskMutationVariables = Exact<{
  input: CancelVisitInput;
}>;


export type CancelVisitAtDeskMutation = { cancelVisit:
    | { __typename: 'CancelVisitSuccess', visit: { id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, organisation: { id: string, name: string } } }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyVisitsQueryVariables = Exact<{
  from?: string | null | undefined;
}>;


export type MyVisitsQuery = { myVisits: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, pseudonym: string, givenName: string | null, facility: { id: string, name: string, city: string }, log: { outcome: VisitOutcome, minutes: number } | null }> };

export type MyVisitQueryVariables = Exact<{
  id: string;
}>;


export type MyVisitQuery = { visit: { id: string, state: VisitState, startsAt: string, endsAt: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, pseudonym: string, givenName: string | null, matchId: string | null, cancelSide: CancelSide | null, cancelCause: CancelCause | null, admitted: boolean, suggestedKilometres: number | null, kilometreRateCents: number | null, facility: { id: string, name: string, city: string }, gate: { ready: boolean, checks: Array<{ ok: boolean, title: string, hint: string | null }>, coordinator: { name: string, phone: string | null } | null } | null, log: { outcome: VisitOutcome, minutes: number, setting: VisitSetting, travelKilometres: number, loggedAt: string } | null } | null };

export type LogVisitMutationVariables = Exact<{
  input: LogVisitInput;
}>;


export type LogVisitMutation = { logVisit:
    | { __typename: 'AlreadyLogged', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'LogVisitSuccess', visit: { id: string, state: VisitState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TooEarly', code: string, message: string }
   };

export type CancelMyVisitMutationVariables = Exact<{
  input: CancelVisitInput;
}>;


export type CancelMyVisitMutation = { cancelVisit:
    | { __typename: 'CancelVisitSuccess', visit: { id: string, state: VisitState } }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyPapersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPapersQuery = { readyForGate: Array<{ ready: boolean, facility: { id: string, name: string, city: string }, checks: Array<{ ok: boolean, title: string, hint: string | null }> }>, myPapers: Array<{ name: string, state: PaperState, validity: string | null, advice: string | null }>, myCoordinator: { name: string, phone: string | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OwnSessionFragmentDoc = new TypedDocumentString(`
    fragment OwnSession on Session {
  id
  device
  createdAt
  lastSeenAt
  current
}
    `, {"fragmentName":"OwnSession"}) as unknown as TypedDocumentString<OwnSessionFragment, unknown>;
export const PasskeyRowFragmentDoc = new TypedDocumentString(`
    fragment PasskeyRow on Passkey {
  id
  name
  createdAt
  lastUsedAt
  blocked
}
    `, {"fragmentName":"PasskeyRow"}) as unknown as TypedDocumentString<PasskeyRowFragment, unknown>;
export const InboxRequestFragmentDoc = new TypedDocumentString(`
    fragment InboxRequest on VisitRequest {
  id
  state
  pseudonym
  facility {
    id
    name
    city
  }
  activityKind
  languages
  waitingDays
  organisation {
    id
    name
  }
  liveOffers
  declinedOffers
  silentOffers
  claimedByMe
}
    `, {"fragmentName":"InboxRequest"}) as unknown as TypedDocumentString<InboxRequestFragment, unknown>;
export const RequestOffersFragmentDoc = new TypedDocumentString(`
    fragment RequestOffers on VisitRequest {
  offers {
    id
    state
    expiresAt
    answeredAt
    volunteer {
      id
      displayName
    }
  }
}
    `, {"fragmentName":"RequestOffers"}) as unknown as TypedDocumentString<RequestOffersFragment, unknown>;
export const OwnRequestFragmentDoc = new TypedDocumentString(`
    fragment OwnRequest on VisitRequest {
  id
  state
  pseudonym
  activityKind
  languages
  volunteerGender
  note
  waitingDays
  createdAt
  organisation {
    id
    name
  }
}
    `, {"fragmentName":"OwnRequest"}) as unknown as TypedDocumentString<OwnRequestFragment, unknown>;
export const OwnFeedFragmentDoc = new TypedDocumentString(`
    fragment OwnFeed on CalendarFeed {
  id
  url
  fetchedOn
}
    `, {"fragmentName":"OwnFeed"}) as unknown as TypedDocumentString<OwnFeedFragment, unknown>;
export const DeskVisitFragmentDoc = new TypedDocumentString(`
    fragment DeskVisit on Visit {
  id
  state
  startsAt
  endsAt
  volunteerName
  organisation {
    id
    name
  }
  pseudonym
  regime
  plannedSetting
  room
  admitted
  cancelSide
  cancelCause
}
    `, {"fragmentName":"DeskVisit"}) as unknown as TypedDocumentString<DeskVisitFragment, unknown>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:a17035ab93c5c75e5347ad92a3dbc20ffdc3025abae052e853edf3fa6c9cac24"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SetLocaleDocument = {"__meta__":{"hash":"sha256:ced0191c32cc140162a03b588a2e6c4c7d5f1e518c62de04fbd1f43ee7b16bf5"}} as unknown as TypedDocumentString<SetLocaleMutation, SetLocaleMutationVariables>;
export const MySessionsDocument = {"__meta__":{"hash":"sha256:9f137e5e86708e7abdce36b5ec52c2c951d5f48d246ef0544e2eeb8b5270fc91"}} as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const EndSessionDocument = {"__meta__":{"hash":"sha256:6e73ec0ff5315c9bed73afdc8c7a401639d7369d1974d903d33b372ff06bd2d2"}} as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = {"__meta__":{"hash":"sha256:cbb97610962d0d23473fd94b51a2d38dd5e7c8da4c600bb3289af5e6b32813a9"}} as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const SwitchMembershipDocument = {"__meta__":{"hash":"sha256:1d8035073f96bcd1a94ede1af2c3e3b2b44acf3c13f94c09c0a010c629b46f21"}} as unknown as TypedDocumentString<SwitchMembershipMutation, SwitchMembershipMutationVariables>;
export const MyPasskeysDocument = {"__meta__":{"hash":"sha256:31e8c13a6bb6d4c9300983df4b9167759dce6ff2c9fae87cc265bac3dc751f58"}} as unknown as TypedDocumentString<MyPasskeysQuery, MyPasskeysQueryVariables>;
export const RenamePasskeyDocument = {"__meta__":{"hash":"sha256:65ae22c6f486c739eda5868416c59e350575ec887f8539a435dbc36e003b414d"}} as unknown as TypedDocumentString<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RemovePasskeyDocument = {"__meta__":{"hash":"sha256:5fa3c5e8b58cebe1b9ec296f5eaec376fdd817ca6ad25b50c6285265ba4b382a"}} as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const OrganisationMatchesDocument = {"__meta__":{"hash":"sha256:fb49b651503769e213dc7c04f6b08218ebfc50afc854ad63e8bdc6c72756b5d3"}} as unknown as TypedDocumentString<OrganisationMatchesQuery, OrganisationMatchesQueryVariables>;
export const EndMatchAtDeskDocument = {"__meta__":{"hash":"sha256:520edfa2af65c6b7bb1ed1ac66726969b5af4632fd38fa5c2544e6509eeca234"}} as unknown as TypedDocumentString<EndMatchAtDeskMutation, EndMatchAtDeskMutationVariables>;
export const MyMatchesDocument = {"__meta__":{"hash":"sha256:7acf3bd76d13d1543b48ff0f543dbcf03dd34315475413ee6d5ed2942a2657b8"}} as unknown as TypedDocumentString<MyMatchesQuery, MyMatchesQueryVariables>;
export const MyMatchDocument = {"__meta__":{"hash":"sha256:e21aa91e62c69101b257e1a9c8f590b1fcb7719d0cd815acbb085790ee77add4"}} as unknown as TypedDocumentString<MyMatchQuery, MyMatchQueryVariables>;
export const VisitingMomentsDocument = {"__meta__":{"hash":"sha256:d466203e6a9011aedb9b0a2a6cf73dddc20a761cbec5326d35330a9d0b042223"}} as unknown as TypedDocumentString<VisitingMomentsQuery, VisitingMomentsQueryVariables>;
export const ProposeVisitDocument = {"__meta__":{"hash":"sha256:9518b13c6e98ce33ad6f687b3c8914029551b5b06954b7a65d5c5852bdc359de"}} as unknown as TypedDocumentString<ProposeVisitMutation, ProposeVisitMutationVariables>;
export const EndMyMatchDocument = {"__meta__":{"hash":"sha256:dec64a3e6e288311f153832a2338e7f2e75a311099372807418a544a388ca1d1"}} as unknown as TypedDocumentString<EndMyMatchMutation, EndMyMatchMutationVariables>;
export const MyOffersDocument = {"__meta__":{"hash":"sha256:d4e881541d43b20fc5a0064a5c166c92dead2acb5ad37b65f58b084c14b09484"}} as unknown as TypedDocumentString<MyOffersQuery, MyOffersQueryVariables>;
export const MyOfferDocument = {"__meta__":{"hash":"sha256:d7ce4d121ec035c5803f1d5ac784006a90bb64673f2e1815233813b4d7430bcb"}} as unknown as TypedDocumentString<MyOfferQuery, MyOfferQueryVariables>;
export const AcceptOfferDocument = {"__meta__":{"hash":"sha256:d2a20f3cab44a7b81f602f50e11221aad3284db4ffe5246c9a34d3221ec3cc26"}} as unknown as TypedDocumentString<AcceptOfferMutation, AcceptOfferMutationVariables>;
export const DeclineOfferDocument = {"__meta__":{"hash":"sha256:f700e9c2edfa7e38823126c9c55619a2729966cbc5a94411bf8ccd1b0445c0e4"}} as unknown as TypedDocumentString<DeclineOfferMutation, DeclineOfferMutationVariables>;
export const MyNoticesDocument = {"__meta__":{"hash":"sha256:163dee0070ecea6fc1b0061aea47f561247182ef98f9cdff5f817a8e5fc2d8d9"}} as unknown as TypedDocumentString<MyNoticesQuery, MyNoticesQueryVariables>;
export const ReadNoticesDocument = {"__meta__":{"hash":"sha256:44061c3bb385798d740a6c9bde05eddcf5ab01cf78cd98d1cd1c190e1eed213b"}} as unknown as TypedDocumentString<ReadNoticesMutation, ReadNoticesMutationVariables>;
export const PublicationsDocument = {"__meta__":{"hash":"sha256:8d1244b37a41992aae0067ef53552625fdd975a710715e025b8e6acab6bd1556"}} as unknown as TypedDocumentString<PublicationsQuery, PublicationsQueryVariables>;
export const PublicationDocument = {"__meta__":{"hash":"sha256:20366a641bef110f8a96490ece813968d61de6a239ddab4cd27de05465adec18"}} as unknown as TypedDocumentString<PublicationQuery, PublicationQueryVariables>;
export const PublishReportDocument = {"__meta__":{"hash":"sha256:4dd2c09596605104d1534de2a57d2a7d61085b430e6aeb1296a58208290a1e45"}} as unknown as TypedDocumentString<PublishReportMutation, PublishReportMutationVariables>;
export const RequestInboxDocument = {"__meta__":{"hash":"sha256:b77f10fed670f1c458ef7ed82b756e448c3566aa978a512de2734dfdd8bf11b2"}} as unknown as TypedDocumentString<RequestInboxQuery, RequestInboxQueryVariables>;
export const RequestToMatchDocument = {"__meta__":{"hash":"sha256:f6d6b3d9914709301c15cace4eefb3ce937fe2c25b0d2b552dd24f7cc38bba38"}} as unknown as TypedDocumentString<RequestToMatchQuery, RequestToMatchQueryVariables>;
export const DetaineeNameOfRequestDocument = {"__meta__":{"hash":"sha256:0f53d5e97923833dc2a0053ce55e738e4e254ef3d63f13d0be1a7c4cc21a8a9c"}} as unknown as TypedDocumentString<DetaineeNameOfRequestQuery, DetaineeNameOfRequestQueryVariables>;
export const ClaimRequestDocument = {"__meta__":{"hash":"sha256:8c3617b7d54fc6de43729cb690d24dcc6443c0c9221ee16275d2a07811fbc39f"}} as unknown as TypedDocumentString<ClaimRequestMutation, ClaimRequestMutationVariables>;
export const OfferRequestDocument = {"__meta__":{"hash":"sha256:dbee81f3f23ce885396e3e4bfee85a7e9a18fd3f9d6952778e76da75dcf6f079"}} as unknown as TypedDocumentString<OfferRequestMutation, OfferRequestMutationVariables>;
export const FacilityRequestsDocument = {"__meta__":{"hash":"sha256:91ec5bd411ea67874cbd3e07ae2e875c99aaac4bd1496bc04ad2d1d02e40c6c9"}} as unknown as TypedDocumentString<FacilityRequestsQuery, FacilityRequestsQueryVariables>;
export const OwnRequestDocument = {"__meta__":{"hash":"sha256:b434f6e93194b96999627583da5f9f034658f2a800f20495aae1891b86d09dbe"}} as unknown as TypedDocumentString<OwnRequestQuery, OwnRequestQueryVariables>;
export const ActiveOrganisationsDocument = {"__meta__":{"hash":"sha256:1bcf08e7bd870bb378542ddd1f7a9dd4cf13e45d5d85b0703816fdae9b563fe0"}} as unknown as TypedDocumentString<ActiveOrganisationsQuery, ActiveOrganisationsQueryVariables>;
export const RecogniseDetaineeDocument = {"__meta__":{"hash":"sha256:99e4be3288780df24c950d73bc0b5157e9492dfbf8f36e83c3ea019375be32ad"}} as unknown as TypedDocumentString<RecogniseDetaineeQuery, RecogniseDetaineeQueryVariables>;
export const RequestVisitDocument = {"__meta__":{"hash":"sha256:637a47df441d9d5cc392188edc54552897b5df0b7119b8b90947db4336e133af"}} as unknown as TypedDocumentString<RequestVisitMutation, RequestVisitMutationVariables>;
export const WithdrawRequestDocument = {"__meta__":{"hash":"sha256:f83c9389d5d90c73b57da06b49527c768e0f158d2e9c1793256ebe2e28baad01"}} as unknown as TypedDocumentString<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const MyCalendarDocument = {"__meta__":{"hash":"sha256:fa35beff863fb6a1b24a1f2001b3e1e920339cf76e79625a42905f861db423ce"}} as unknown as TypedDocumentString<MyCalendarQuery, MyCalendarQueryVariables>;
export const MakeCalendarFeedDocument = {"__meta__":{"hash":"sha256:30811acc374535d8fa934a62b887fdb6c4e5aa19d9cdf6e679574f5a5daab8b6"}} as unknown as TypedDocumentString<MakeCalendarFeedMutation, MakeCalendarFeedMutationVariables>;
export const RevokeCalendarFeedDocument = {"__meta__":{"hash":"sha256:70904bfd027119924d93619bc01839b8a8902cfe0d39218655dde6bff36c251e"}} as unknown as TypedDocumentString<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>;
export const FacilityAgendaDocument = {"__meta__":{"hash":"sha256:b8c5ff2c1e06cbe152ae162f5b446a2220a3389d19eda6622f4b61a7e696075c"}} as unknown as TypedDocumentString<FacilityAgendaQuery, FacilityAgendaQueryVariables>;
export const VisitsToConfirmDocument = {"__meta__":{"hash":"sha256:6c69f3ab4f8a0a5d789275a5f06f7e2ff92f5cf1c9527b35eff8b945d9110b7f"}} as unknown as TypedDocumentString<VisitsToConfirmQuery, VisitsToConfirmQueryVariables>;
export const ConfirmVisitDocument = {"__meta__":{"hash":"sha256:7bc9e5404eea68ab4ab688963b526705ef0cece811fe60c65ebbbd3317638f71"}} as unknown as TypedDocumentString<ConfirmVisitMutation, ConfirmVisitMutationVariables>;
export const CancelVisitAtDeskDocument = {"__meta__":{"hash":"sha256:329f404ed59cc5698c19a18c9d58b3d22c3d2c0e182e2f461348d2b0c8ec5864"}} as unknown as TypedDocumentString<CancelVisitAtDeskMutation, CancelVisitAtDeskMutationVariables>;
export const MyVisitsDocument = {"__meta__":{"hash":"sha256:474decd5121db4619b684e3fe30f74daba0bd0beda17ff3b7d797c5daad048bf"}} as unknown as TypedDocumentString<MyVisitsQuery, MyVisitsQueryVariables>;
export const MyVisitDocument = {"__meta__":{"hash":"sha256:6403adabeca32f8cc5978661a58b7670999d783c216be2633560ae48e6f701a2"}} as unknown as TypedDocumentString<MyVisitQuery, MyVisitQueryVariables>;
export const LogVisitDocument = {"__meta__":{"hash":"sha256:2ccf14195df620e4b8ca27bf71762f4fce6b169fa704659e5d40416e93d00356"}} as unknown as TypedDocumentString<LogVisitMutation, LogVisitMutationVariables>;
export const CancelMyVisitDocument = {"__meta__":{"hash":"sha256:f058674ce94a193785efcc10f93e748a451f137b07b8577551c85d7cdc12d1ab"}} as unknown as TypedDocumentString<CancelMyVisitMutation, CancelMyVisitMutationVariables>;
export const MyPapersDocument = {"__meta__":{"hash":"sha256:96f166ce7eaae428dfa2b25109ac1017fbb510e9e01a5eb1aa12c0e50d7b5095"}} as unknown as TypedDocumentString<MyPapersQuery, MyPapersQueryVariables>;
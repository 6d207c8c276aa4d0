/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AcceptOfferInput = {
  offerId: string;
};

export type AccountState =
  | 'EXPIRED'
  | 'INVITED'
  | 'JOINED'
  | 'NOT_INVITED'
  | 'NO_ADDRESS'
  | 'REFUSED'
  | 'WAITING';

export type ActivityDenomination =
  | 'BUDDHIST'
  | 'CATHOLIC'
  | 'HINDU'
  | 'HUMANIST'
  | 'JEWISH'
  | 'MUSLIM'
  | 'PROTESTANT';

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

export type AddAwayInput = {
  first: string;
  last: string;
  visitIds: Array<string>;
  volunteerId?: string | null | undefined;
};

export type AdmissionInput = {
  admissionId: string;
  volunteerId: string;
};

export type AdmissionState =
  | 'ENDED'
  | 'GRANTED'
  | 'REFUSED'
  | 'REQUESTED';

export type AnswerCorrectionInput = {
  correctionId: string;
  outcome: CorrectionOutcome;
  reason?: CorrectionReason | null | undefined;
};

export type AnswerTakeOverInput = {
  matchId: string;
  yes: boolean;
};

export type AskCorrectionInput = {
  item: CorrectionItem;
  visitId?: string | null | undefined;
  wanted: string;
};

export type AskForCallInput = {
  urgency: CallUrgency;
};

export type AssignmentPairInput = {
  requestId: string;
  volunteerId: string;
};

export type CallRequestInput = {
  callRequestId: string;
};

export type CallUrgency =
  | 'THIS_WEEK'
  | 'TODAY';

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

export type CareSignal =
  | 'FIRST_VISIT'
  | 'HALF_YEAR'
  | 'NEVER_ASKED'
  | 'OVERLOADED'
  | 'SILENT_14'
  | 'SILENT_30';

export type ClaimRequestInput = {
  requestId: string;
};

export type ConfirmRecoveryInput = {
  knownBy: KnownBy;
  recoveryId: string;
};

export type ConfirmVisitInput = {
  regime: VisitRegime;
  setting: VisitSetting;
  visitId: string;
};

export type CorrectVisitInput = {
  correctionId: string;
  minutes: number;
  outcome: VisitOutcome;
  setting: VisitSetting;
  travelKilometres: number;
};

export type CorrectionItem =
  | 'ADMISSION'
  | 'CAPACITY'
  | 'GENDER'
  | 'KINDS'
  | 'LANGUAGES'
  | 'PAPERS'
  | 'PLACE'
  | 'STATUS'
  | 'VISIT';

export type CorrectionOutcome =
  | 'CHANGED'
  | 'NOT_CHANGED';

export type CorrectionReason =
  | 'IS_RIGHT'
  | 'NEEDS_PROOF'
  | 'NOT_OURS'
  | 'UNCLEAR';

export type CreateFacilityInput = {
  city: string;
  code: string;
  latitude: number;
  longitude: number;
  name: string;
  women: boolean;
};

export type CreateFunderInput = {
  name: string;
};

export type CreateOrganisationInput = {
  name: string;
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

export type DepartureKind =
  | 'RELEASE'
  | 'TRANSFER';

export type DetaineeInput = {
  familyName: string;
  givenName: string;
  wing?: string | null | undefined;
};

export type EmergencyContactInput = {
  name: string;
  phone: string;
  relation?: string | null | undefined;
};

export type EndDeputyInput = {
  deputyId: string;
};

export type EndMatchInput = {
  matchId: string;
  reason: MatchEndReason;
  waitsAgain?: boolean | null | undefined;
};

export type EndMembershipInput = {
  evenTheLast?: boolean | null | undefined;
  membershipId: string;
};

export type EndMyMembershipInput = {
  membershipId: string;
};

export type EndOtherSessionsInput = {
  thisSessionId: string;
};

export type EndPauseInput = {
  startsOn: string;
  volunteerId?: string | null | undefined;
};

export type EndSessionInput = {
  sessionId: string;
};

export type EndSsoProviderInput = {
  providerId: string;
};

export type EraseDetaineeInput = {
  requestId: string;
  withdraw?: boolean;
};

export type Fit =
  | 'FAIR'
  | 'GOOD'
  | 'VERY_GOOD';

export type Gender =
  | 'MAN'
  | 'OTHER'
  | 'WOMAN';

export type GrantAdmissionInput = {
  admissionId: string;
  validFrom: string;
  validUntil?: string | null | undefined;
  volunteerId: string;
};

export type HandBackMatchInput = {
  matchId: string;
};

export type HandOverInput = {
  handOverId: string;
};

export type HandOverMatchInput = {
  matchId: string;
  together: boolean;
  volunteerId?: string | null | undefined;
};

/** Why one of the days cannot be. */
export type Hindrance =
  | 'AWAY'
  | 'CLOSED'
  | 'ELSEWHERE'
  | 'FULL'
  | 'NOT_ADMITTED'
  | 'OUTSIDE_HOURS';

export type InboxFilter = {
  activityKind?: ActivityKind | null | undefined;
  facility?: string | null | undefined;
  language?: string | null | undefined;
  search?: string | null | undefined;
  standing?: InboxStanding | null | undefined;
  waitingAtMost?: number | null | undefined;
  waitingDays?: number | null | undefined;
  whose?: InboxWhose | null | undefined;
};

export type InboxStanding =
  | 'ASKED'
  | 'NOBODY_COULD'
  | 'NOT_ASKED'
  | 'PROPOSED';

export type InboxWhose =
  | 'EVERYONE'
  | 'MINE'
  | 'OURS';

export type InvitationInput = {
  invitationId: string;
};

export type InviteImportedInput = {
  expected: number;
  volunteerIds?: Array<string> | null | undefined;
};

export type InvitePersonInput = {
  displayName: string;
  email?: string | null | undefined;
  locale: string;
  role: Role;
};

export type InviteToTenantInput = {
  displayName: string;
  email?: string | null | undefined;
  facilityId?: string | null | undefined;
  funderId?: string | null | undefined;
  locale: string;
  organisationId?: string | null | undefined;
};

export type KeepMatchInput = {
  matchId: string;
};

/** How a helper knows that it is really them. */
export type KnownBy =
  | 'CALLED_BACK'
  | 'IN_PERSON'
  | 'VIDEO';

export type LeavingObstacle =
  | 'LAST_CONTACT_PERSON'
  | 'LAST_COORDINATOR'
  | 'RUNS_THE_PLATFORM';

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

export type MarkSpokenInput = {
  matchId?: string | null | undefined;
  signal: CareSignal;
  volunteerId: string;
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

export type MatchingWeightsInput = {
  continuity: WeightLevel;
  days: WeightLevel;
  distance: WeightLevel;
  fluency: WeightLevel;
  language: WeightLevel;
  load: WeightLevel;
  newcomer: WeightLevel;
  waiting: WeightLevel;
};

export type MembershipInput = {
  membershipId: string;
};

export type MessageSelection = {
  filter?: RegisterFilter | null | undefined;
  volunteerIds?: Array<string> | null | undefined;
};

export type MessageState =
  | 'APP_ONLY'
  | 'CANCELLED'
  | 'FAILED'
  | 'MAILED'
  | 'OPENED'
  | 'PUSHED'
  | 'WAITING';

export type MoveOccurrenceInput = {
  day: string;
  endsAt: string;
  matchId: string;
  startsAt: string;
};

export type MoveVisitInput = {
  endsAt: string;
  startsAt: string;
  visitId: string;
};

export type MuteNoticesInput = {
  kind: NoticeKind;
  muted: boolean;
};

export type NameDeputyInput = {
  deputyMembershipId: string;
  first: string;
  last: string;
  membershipId: string;
};

export type NoteMeetingInput = {
  matchId: string;
};

export type NoticeKind =
  | 'ANSWERS'
  | 'CALLS'
  | 'INVITATIONS'
  | 'MESSAGES'
  | 'REMINDERS'
  | 'REQUESTS'
  | 'VISITS';

export type OccurrenceState =
  | 'CANCELLED'
  | 'CONFIRMED'
  | 'HELD_BACK'
  | 'PROPOSED'
  | 'SKIPPED'
  | 'TO_COME';

export type OfferAssignmentInput = {
  expiresAt: string;
  pairs: Array<AssignmentPairInput>;
  waves?: WavesInput | null | undefined;
};

export type OfferRequestInput = {
  expiresAt: string;
  requestId: string;
  volunteerIds: Array<string>;
  waves?: WavesInput | null | undefined;
};

export type OfferState =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'LIVE'
  | 'WITHDRAWN';

export type OrganisationSetting =
  | 'NIGHT'
  | 'PAPERS'
  | 'RHYTHM'
  | 'WAVES'
  | 'WEIGHTS';

export type PaperState =
  | 'EXPIRED'
  | 'EXPIRES_SOON'
  | 'MISSING'
  | 'REQUESTED'
  | 'VALID';

export type ProposeHandOverInput = {
  organisationId: string;
  requestId: string;
};

export type ProposeVisitInput = {
  endsAt: string;
  matchId: string;
  startsAt: string;
};

export type PublishReportInput = {
  periodEnd: string;
  periodStart: string;
};

export type QuietHoursInput = {
  from: number;
  until: number;
};

export type ReadNoticesInput = {
  noticeIds: Array<string>;
};

export type ReadingReason =
  | 'MATCH'
  | 'REQUEST'
  | 'VISIT';

export type RecordCredentialInput = {
  issuer: string;
  kind: string;
  profile?: string | null | undefined;
  validFrom: string;
  validUntil?: string | null | undefined;
  volunteerId: string;
};

export type RegisterFilter = {
  ending: boolean;
  facilityId?: string | null | undefined;
  joined?: boolean | null | undefined;
  kind?: ActivityKind | null | undefined;
  language?: string | null | undefined;
  paused?: boolean | null | undefined;
  search?: string | null | undefined;
  statuses?: Array<VolunteerStatus> | null | undefined;
};

export type ReleaseRequestInput = {
  requestId: string;
};

export type RemoveAwayInput = {
  first: string;
  volunteerId?: string | null | undefined;
};

export type RemoveCredentialInput = {
  credentialId: string;
  volunteerId: string;
};

export type RemoveInboxViewInput = {
  inboxViewId: string;
};

export type RemoveKilometreRateInput = {
  fromDay: string;
};

export type RemovePasskeyInput = {
  passkeyId: string;
};

export type RemoveVolunteerNoteInput = {
  noteId: string;
  volunteerId: string;
};

export type RenamePasskeyInput = {
  name: string;
  passkeyId: string;
};

export type ReportDepartureInput = {
  day: string;
  kind: DepartureKind;
  requestId: string;
  /** The prison's code. */
  toFacility?: string | null | undefined;
  toPlace?: string | null | undefined;
};

export type RequestAdmissionInput = {
  facilityId: string;
  volunteerId: string;
};

export type RequestHappening =
  | 'ASKED'
  | 'CLAIMED'
  | 'COULD_NOT'
  | 'HANDED_BACK'
  | 'HAND_OVER_ACCEPTED'
  | 'HAND_OVER_DECLINED'
  | 'HAND_OVER_EXPIRED'
  | 'HAND_OVER_WITHDRAWN'
  | 'PROPOSED'
  | 'REQUESTED'
  | 'ROUNDS_ENDED'
  | 'SAID_YES'
  | 'SILENT'
  | 'TAKEN_BACK';

export type RequestState =
  | 'CLOSED'
  | 'MATCHED'
  | 'OFFERED'
  | 'OPEN'
  | 'WITHDRAWN';

export type RequestVisitInput = {
  activityDenomination?: ActivityDenomination | null | undefined;
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

export type ReviewChoice =
  | 'HAND_BACK'
  | 'HAND_OVER'
  | 'KEEP'
  | 'TAPER';

export type RevokeCalendarFeedInput = {
  feedId: string;
};

export type Role =
  | 'COORDINATOR'
  | 'FUNDER'
  | 'OPERATOR'
  | 'STAFF'
  | 'VOLUNTEER';

export type SaveInboxViewInput = {
  filter: InboxFilter;
  inboxViewId?: string | null | undefined;
  name: string;
  opensFirst: boolean;
};

export type SayWishInput = {
  matchId: string;
  wish: VolunteerWish;
};

export type SealedPart =
  | 'ADMISSION_CARD'
  | 'EMERGENCY_CONTACT';

export type SendMessageInput = {
  expected: number;
  selection: MessageSelection;
  text: string;
};

export type SendNextWaveInput = {
  requestId: string;
  wave: number;
};

export type SetActivityInput = {
  activeFrom: string;
  activeUntil?: string | null | undefined;
  facilityId: string;
  organisationId: string;
};

export type SetCapacityInput = {
  capacity: number;
  volunteerId?: string | null | undefined;
};

export type SetContactPersonInput = {
  contactPerson: boolean;
  membershipId: string;
};

export type SetCredentialTypeInput = {
  code?: string | null | undefined;
  hasProfile: boolean;
  name: string;
  nameEn?: string | null | undefined;
  once: boolean;
  validMonths?: number | null | undefined;
};

export type SetCredentialValidityInput = {
  facilityId: string;
  kind: string;
  validMonths?: number | null | undefined;
};

export type SetEmergencyContactInput = {
  contact?: EmergencyContactInput | null | undefined;
  volunteerId?: string | null | undefined;
};

export type SetKilometreRateInput = {
  cents: number;
  fromDay: string;
};

export type SetLettersInput = {
  wanted: boolean;
};

export type SetLocaleInput = {
  locale: string;
};

export type SetMyDetailsInput = {
  displayName: string;
  phone?: string | null | undefined;
};

export type SetNightInput = {
  from: number;
  until: number;
};

export type SetPassNumberInput = {
  admissionId: string;
  number?: string | null | undefined;
  volunteerId: string;
};

export type SetQuietHoursInput = {
  quietHours?: QuietHoursInput | null | undefined;
};

export type SetRequirementInput = {
  activityKind: ActivityKind;
  facilityId?: string | null | undefined;
  kind: string;
  needed: boolean;
};

export type SetRhythmInput = {
  callOff?: boolean | null | undefined;
  endsAt: string;
  everyWeeks: number;
  matchId: string;
  startsAt: string;
};

export type SetSsoProviderInput = {
  clientId: string;
  clientSecret?: string | null | undefined;
  emailDomains?: Array<string>;
  facilityId?: string | null | undefined;
  issuer: string;
  organisationId?: string | null | undefined;
};

export type SetUsualWeeksInput = {
  weeks: number;
};

export type SetVolunteerPersonInput = {
  gender?: Gender | null | undefined;
  place?: string | null | undefined;
  volunteerId: string;
};

export type SetVolunteerStatusInput = {
  since: string;
  status: VolunteerStatus;
  volunteerId: string;
};

export type SetVolunteerWorkInput = {
  activityDenominations?: Array<ActivityDenomination> | null | undefined;
  activityDenominationsWere?: Array<ActivityDenomination> | null | undefined;
  capacity?: number | null | undefined;
  kinds?: Array<ActivityKind> | null | undefined;
  kindsWere?: Array<ActivityKind> | null | undefined;
  languages?: Array<string> | null | undefined;
  languagesWere?: Array<string> | null | undefined;
  littleLanguages?: Array<string> | null | undefined;
  littleLanguagesWere?: Array<string> | null | undefined;
  volunteerId: string;
};

export type SetWeekInput = {
  afternoons: Array<number>;
  evenings: Array<number>;
  mornings: Array<number>;
  volunteerId?: string | null | undefined;
};

export type SkipOccurrenceInput = {
  day: string;
  matchId: string;
};

export type StartPauseInput = {
  last?: string | null | undefined;
  visitIds: Array<string>;
  volunteerId?: string | null | undefined;
};

export type StartRecoveryInput = {
  knownBy: KnownBy;
  membershipId?: string | null | undefined;
  volunteerId?: string | null | undefined;
};

export type StopMessageInput = {
  messageId: string;
};

export type StopRecoveryInput = {
  recoveryId: string;
};

export type StopSeriesInput = {
  callOff?: boolean | null | undefined;
  matchId: string;
};

export type StopWavesInput = {
  requestId: string;
};

export type SubscribePushInput = {
  auth: string;
  endpoint: string;
  p256dh: string;
};

export type SwitchMembershipInput = {
  membershipId: string;
};

export type TaperMatchInput = {
  matchId: string;
};

export type TenantKind =
  | 'FACILITY'
  | 'FUNDER'
  | 'ORGANISATION';

export type UndoDepartureInput = {
  departureId: string;
};

export type UndoSpokenInput = {
  careTalkId: string;
};

export type UnlinkSsoInput = {
  linkId: string;
};

export type UnskipOccurrenceInput = {
  day: string;
  matchId: string;
};

export type UnsubscribePushInput = {
  subscriptionId: string;
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

export type VolunteerStatus =
  | 'ACTIVE'
  | 'APPLICANT'
  | 'IN_TRAINING'
  | 'LEFT'
  | 'READY';

export type VolunteerWish =
  | 'CONTINUE'
  | 'STOP';

export type WavesEndReason =
  | 'HANDED_BACK'
  | 'NOBODY_LEFT'
  | 'SETTLED'
  | 'STOPPED';

export type WavesInput = {
  hours: number;
  size: number;
};

export type WeightLevel =
  | 'A_LITTLE'
  | 'HEAVILY'
  | 'NOT'
  | 'USUAL';

export type WishAfterEnd =
  | 'CLOSES'
  | 'MAY_WAIT'
  | 'WAITS';

export type WithdrawCorrectionInput = {
  correctionId: string;
};

export type WithdrawReason =
  | 'DETAINEE_WISH'
  | 'RELEASED'
  | 'TRANSFERRED';

export type WithdrawRequestInput = {
  reason: WithdrawReason;
  requestId: string;
};

export type WriteVolunteerNoteInput = {
  note: string;
  volunteerId: string;
};

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, displayName: string, locale: string, demo: boolean, current: { id: string, role: Role, contactPerson: boolean, organisation: { id: string, name: string } | null, facility: { id: string, name: string, city: string } | null, volunteer: { id: string } | null }, memberships: Array<{ id: string, role: Role, organisation: { id: string, name: string } | null, facility: { id: string, name: string, city: string } | null }> } | null };

export type SetLocaleMutationVariables = Exact<{
  input: SetLocaleInput;
}>;


export type SetLocaleMutation = { setLocale:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetLocaleSuccess', viewer: { id: string, locale: string } }
   };

export type OwnSessionFragment = { id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean, over: boolean };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean, over: boolean }> };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession:
    | { __typename: 'EndSessionSuccess', sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean, over: boolean }> }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type EndOtherSessionsMutationVariables = Exact<{
  input: EndOtherSessionsInput;
}>;


export type EndOtherSessionsMutation = { endOtherSessions:
    | { __typename: 'EndOtherSessionsSuccess', sessions: Array<{ id: string, device: string, createdAt: string, lastSeenAt: string, current: boolean, over: boolean }> }
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

export type DeputyFragment = { id: string, awayName: string, deputyName: string, startsOn: string, endsOn: string, current: boolean, awayIsMe: boolean, deputyIsMe: boolean };

export type DeputiesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeputiesQuery = { deputies: Array<{ id: string, awayName: string, deputyName: string, startsOn: string, endsOn: string, current: boolean, awayIsMe: boolean, deputyIsMe: boolean }> };

export type ColleaguesQueryVariables = Exact<{ [key: string]: never; }>;


export type ColleaguesQuery = { people: { edges: Array<{ node: { id: string, displayName: string, yourself: boolean } }> } };

export type NameDeputyMutationVariables = Exact<{
  input: NameDeputyInput;
}>;


export type NameDeputyMutation = { nameDeputy:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NameDeputySuccess', deputy: { id: string, awayName: string, deputyName: string, startsOn: string, endsOn: string, current: boolean, awayIsMe: boolean, deputyIsMe: boolean } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type EndDeputyMutationVariables = Exact<{
  input: EndDeputyInput;
}>;


export type EndDeputyMutation = { endDeputy:
    | { __typename: 'EndDeputySuccess' }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type OwnDetailsFragment = { displayName: string, email: string | null, emailVerified: boolean, phone: string | null };

export type MyDetailsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDetailsQuery = { myDetails: { displayName: string, email: string | null, emailVerified: boolean, phone: string | null } };

export type SetMyDetailsMutationVariables = Exact<{
  input: SetMyDetailsInput;
}>;


export type SetMyDetailsMutation = { setMyDetails:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'SetMyDetailsSuccess', details: { displayName: string, email: string | null, emailVerified: boolean, phone: string | null } }
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

export type MemberRowFragment = { id: string, role: Role, contactPerson: boolean, since: string, displayName: string, yourself: boolean };

export type InvitationRowFragment = { id: string, role: Role, contactPerson: boolean, displayName: string, email: string | null, expiresAt: string, state: string, tenant: string | null };

export type PeopleQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  role?: Role | null | undefined;
  search?: string | null | undefined;
}>;


export type PeopleQuery = { people: { totalCount: number, edges: Array<{ node: { id: string, role: Role, contactPerson: boolean, since: string, displayName: string, yourself: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TenantPeopleQueryVariables = Exact<{
  tenantId: string;
  first: number;
  search?: string | null | undefined;
}>;


export type TenantPeopleQuery = { tenantPeople: { totalCount: number, edges: Array<{ node: { id: string, role: Role, contactPerson: boolean, since: string, displayName: string, yourself: boolean } }> } };

export type OpenInvitationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OpenInvitationsQuery = { openInvitations: { totalCount: number, edges: Array<{ node: { id: string, role: Role, contactPerson: boolean, displayName: string, email: string | null, expiresAt: string, state: string, tenant: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;


export type InvitePersonMutation = { invitePerson:
    | { __typename: 'AlreadyInvited', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'InvitePersonSuccess', invitation: { id: string, role: Role, contactPerson: boolean, displayName: string, email: string | null, expiresAt: string, state: string, tenant: string | null } }
    | { __typename: 'NotContactPerson', code: string, message: string }
    | { __typename: 'TooManyInvitations', code: string, message: string }
   };

export type ResendInvitationMutationVariables = Exact<{
  input: InvitationInput;
}>;


export type ResendInvitationMutation = { resendInvitation:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotContactPerson', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ResendInvitationSuccess', invitation: { id: string, role: Role, contactPerson: boolean, displayName: string, email: string | null, expiresAt: string, state: string, tenant: string | null } }
   };

export type ShowInvitationMutationVariables = Exact<{
  input: InvitationInput;
}>;


export type ShowInvitationMutation = { showInvitation:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotContactPerson', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ShowInvitationSuccess', link: string, size: number, path: string }
   };

export type WithdrawInvitationMutationVariables = Exact<{
  input: InvitationInput;
}>;


export type WithdrawInvitationMutation = { withdrawInvitation:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotContactPerson', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'WithdrawInvitationSuccess', invitationId: string }
   };

export type LeavingQueryVariables = Exact<{
  membershipId: string;
}>;


export type LeavingQuery = { leaving: { matches: number, plannedVisits: number, openOffers: number } | null };

export type EndMembershipMutationVariables = Exact<{
  input: EndMembershipInput;
}>;


export type EndMembershipMutation = { endMembership:
    | { __typename: 'EndMembershipSuccess', membershipId: string }
    | { __typename: 'LastOne', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotContactPerson', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MakeCoordinatorMutationVariables = Exact<{
  input: MembershipInput;
}>;


export type MakeCoordinatorMutation = { makeCoordinator:
    | { __typename: 'AlreadyCoordinator', code: string, message: string }
    | { __typename: 'MakeCoordinatorSuccess', member: { id: string, role: Role, contactPerson: boolean, since: string, displayName: string, yourself: boolean } }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type SetContactPersonMutationVariables = Exact<{
  input: SetContactPersonInput;
}>;


export type SetContactPersonMutation = { setContactPerson:
    | { __typename: 'LastOne', code: string, message: string }
    | { __typename: 'NotContactPerson', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetContactPersonSuccess', member: { id: string, role: Role, contactPerson: boolean, since: string, displayName: string, yourself: boolean } }
   };

export type MyRecoveryQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRecoveryQuery = { myRecovery: { id: string, startedBy: string, createdAt: string, expiresAt: string } | null };

export type RecoveriesToHelpQueryVariables = Exact<{ [key: string]: never; }>;


export type RecoveriesToHelpQuery = { recoveriesToHelp: Array<{ id: string, name: string, role: Role, startedBy: string, expiresAt: string, begunByMe: boolean, needsMe: boolean }> };

export type PeopleToHelpQueryVariables = Exact<{
  name: string;
}>;


export type PeopleToHelpQuery = { peopleToHelp: Array<{ membershipId: string, name: string, role: Role, place: string | null }> };

export type StartRecoveryMutationVariables = Exact<{
  input: StartRecoveryInput;
}>;


export type StartRecoveryMutation = { startRecovery:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StartRecoverySuccess', recoveryId: string, code: string, byMail: boolean, operatorNeeded: boolean, expiresAt: string }
   };

export type ConfirmRecoveryMutationVariables = Exact<{
  input: ConfirmRecoveryInput;
}>;


export type ConfirmRecoveryMutation = { confirmRecovery:
    | { __typename: 'ConfirmRecoverySuccess', code: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type StopRecoveryMutationVariables = Exact<{
  input: StopRecoveryInput;
}>;


export type StopRecoveryMutation = { stopRecovery:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StopRecoverySuccess', recoveryId: string }
   };

export type RatesFragment = { today: number, rates: Array<{ fromDay: string, cents: number, setAt: string, setBy: string | null }> };

export type RoundSettingsFragment = { size: number, hours: number, nightFrom: number, nightUntil: number, running: number };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { usualWeeks: number, settingChanges: Array<{ setting: OrganisationSetting, changedAt: string, changedBy: string | null, before: Array<{ name: string, value: number }> }>, kilometreRates: { today: number, rates: Array<{ fromDay: string, cents: number, setAt: string, setBy: string | null }> }, waveSettings: { size: number, hours: number, nightFrom: number, nightUntil: number, running: number }, people: { totalCount: number, edges: Array<{ node: { id: string, displayName: string, yourself: boolean } }> } };

export type SetKilometreRateMutationVariables = Exact<{
  input: SetKilometreRateInput;
}>;


export type SetKilometreRateMutation = { setKilometreRate:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'SetKilometreRateSuccess', rates: { today: number, rates: Array<{ fromDay: string, cents: number, setAt: string, setBy: string | null }> } }
   };

export type RemoveKilometreRateMutationVariables = Exact<{
  input: RemoveKilometreRateInput;
}>;


export type RemoveKilometreRateMutation = { removeKilometreRate:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RemoveKilometreRateSuccess', rates: { today: number, rates: Array<{ fromDay: string, cents: number, setAt: string, setBy: string | null }> } }
   };

export type SetUsualWeeksMutationVariables = Exact<{
  input: SetUsualWeeksInput;
}>;


export type SetUsualWeeksMutation = { setUsualWeeks:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetUsualWeeksSuccess', usualWeeks: number }
   };

export type SetUsualWavesMutationVariables = Exact<{
  input: WavesInput;
}>;


export type SetUsualWavesMutation = { setUsualWaves:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetUsualWavesSuccess', settings: { size: number, hours: number, nightFrom: number, nightUntil: number, running: number } }
   };

export type SetNightMutationVariables = Exact<{
  input: SetNightInput;
}>;


export type SetNightMutation = { setNight:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetNightSuccess', settings: { size: number, hours: number, nightFrom: number, nightUntil: number, running: number } }
   };

export type UsualWavesQueryVariables = Exact<{ [key: string]: never; }>;


export type UsualWavesQuery = { waveSettings: { size: number, hours: number } };

export type SsoProviderRowFragment = { id: string, name: string, organisationId: string | null, facilityId: string | null, issuer: string, clientId: string, emailDomains: Array<string> };

export type SsoLinkRowFragment = { id: string | null, providerId: string, name: string, createdAt: string | null, lastUsedAt: string | null };

export type SsoProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type SsoProvidersQuery = { ssoProviders: Array<{ id: string, name: string, organisationId: string | null, facilityId: string | null, issuer: string, clientId: string, emailDomains: Array<string> }>, ssoTenants: Array<{ id: string, name: string, isFacility: boolean }> };

export type SetSsoProviderMutationVariables = Exact<{
  input: SetSsoProviderInput;
}>;


export type SetSsoProviderMutation = { setSsoProvider:
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'IssuerDiffers', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ProviderUnreachable', code: string, message: string }
    | { __typename: 'SecretNeeded', code: string, message: string }
    | { __typename: 'SetSsoProviderSuccess', providers: Array<{ id: string, name: string, organisationId: string | null, facilityId: string | null, issuer: string, clientId: string, emailDomains: Array<string> }> }
   };

export type EndSsoProviderMutationVariables = Exact<{
  input: EndSsoProviderInput;
}>;


export type EndSsoProviderMutation = { endSsoProvider:
    | { __typename: 'EndSsoProviderSuccess', providers: Array<{ id: string, name: string, organisationId: string | null, facilityId: string | null, issuer: string, clientId: string, emailDomains: Array<string> }> }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MySsoLinksQueryVariables = Exact<{ [key: string]: never; }>;


export type MySsoLinksQuery = { mySsoLinks: Array<{ id: string | null, providerId: string, name: string, createdAt: string | null, lastUsedAt: string | null }> };

export type UnlinkSsoMutationVariables = Exact<{
  input: UnlinkSsoInput;
}>;


export type UnlinkSsoMutation = { unlinkSso:
    | { __typename: 'LastWayIn', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UnlinkSsoSuccess', links: Array<{ id: string | null, providerId: string, name: string, createdAt: string | null, lastUsedAt: string | null }> }
   };

export type TenantRowFragment = { id: string, kind: TenantKind, name: string, city: string | null };

export type ActivityRowFragment = { facilityId: string, facility: string, activeFrom: string, activeUntil: string | null };

export type TenantsQueryVariables = Exact<{
  kind: TenantKind;
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type TenantsQuery = { tenants: { totalCount: number, edges: Array<{ node: { id: string, kind: TenantKind, name: string, city: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ActivitiesQueryVariables = Exact<{
  organisationId: string;
}>;


export type ActivitiesQuery = { activities: Array<{ facilityId: string, facility: string, activeFrom: string, activeUntil: string | null }> };

export type InviteToTenantMutationVariables = Exact<{
  input: InviteToTenantInput;
}>;


export type InviteToTenantMutation = { inviteToTenant:
    | { __typename: 'AlreadyInvited', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'InviteToTenantSuccess', invitation: { id: string, role: Role, contactPerson: boolean, displayName: string, email: string | null, expiresAt: string, state: string, tenant: string | null } }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TooManyInvitations', code: string, message: string }
   };

export type CreateOrganisationMutationVariables = Exact<{
  input: CreateOrganisationInput;
}>;


export type CreateOrganisationMutation = { createOrganisation:
    | { __typename: 'CreateOrganisationSuccess', tenant: { id: string, kind: TenantKind, name: string, city: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NameTaken', code: string, message: string }
   };

export type CreateFacilityMutationVariables = Exact<{
  input: CreateFacilityInput;
}>;


export type CreateFacilityMutation = { createFacility:
    | { __typename: 'CreateFacilitySuccess', tenant: { id: string, kind: TenantKind, name: string, city: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NameTaken', code: string, message: string }
   };

export type CreateFunderMutationVariables = Exact<{
  input: CreateFunderInput;
}>;


export type CreateFunderMutation = { createFunder:
    | { __typename: 'CreateFunderSuccess', tenant: { id: string, kind: TenantKind, name: string, city: string | null } }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NameTaken', code: string, message: string }
   };

export type SetActivityMutationVariables = Exact<{
  input: SetActivityInput;
}>;


export type SetActivityMutation = { setActivity:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetActivitySuccess', activities: Array<{ facilityId: string, facility: string, activeFrom: string, activeUntil: string | null }> }
   };

export type NameReadingsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  from: string;
  to: string;
  search?: string | null | undefined;
}>;


export type NameReadingsQuery = { nameReadings: { totalCount: number, edges: Array<{ node: { id: string, at: string, readerName: string | null, readerRole: Role, organisationName: string | null, facilityName: string, pseudonym: string, reason: ReadingReason, requestId: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ForeignAttemptsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ForeignAttemptsQuery = { foreignAttempts: Array<{ id: string, at: string, personName: string | null, role: Role, organisationName: string | null, facilityName: string | null, operation: string }> };

export type OpenedFilesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  from: string;
  to: string;
}>;


export type OpenedFilesQuery = { openedFiles: { totalCount: number, edges: Array<{ node: { id: string, at: string, readerName: string | null, part: SealedPart, facilityName: string | null, volunteerId: string, volunteerName: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OwnAvailabilityFragment = { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null };

export type MyAvailabilityQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAvailabilityQuery = { myAvailability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } };

export type MyAbsenceQueryVariables = Exact<{
  first: string;
  last?: string | null | undefined;
}>;


export type MyAbsenceQuery = { myAbsence: { openOffers: number, matches: Array<{ id: string, pseudonym: string, outsideUntil: string | null, detainee: { givenName: string } | null, facility: { id: string, name: string } }>, visits: Array<{ id: string, startsAt: string, givenName: string | null, pseudonym: string, outside: boolean, facility: { id: string, name: string } }> } };

export type SetWeekMutationVariables = Exact<{
  input: SetWeekInput;
}>;


export type SetWeekMutation = { setWeek:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetWeekSuccess', availability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } }
   };

export type SetCapacityMutationVariables = Exact<{
  input: SetCapacityInput;
}>;


export type SetCapacityMutation = { setCapacity:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetCapacitySuccess', availability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } }
   };

export type AddAwayMutationVariables = Exact<{
  input: AddAwayInput;
}>;


export type AddAwayMutation = { addAway:
    | { __typename: 'AddAwaySuccess', availability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } }
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type RemoveAwayMutationVariables = Exact<{
  input: RemoveAwayInput;
}>;


export type RemoveAwayMutation = { removeAway:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RemoveAwaySuccess', availability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } }
   };

export type StartPauseMutationVariables = Exact<{
  input: StartPauseInput;
}>;


export type StartPauseMutation = { startPause:
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StartPauseSuccess', availability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } }
   };

export type EndPauseMutationVariables = Exact<{
  input: EndPauseInput;
}>;


export type EndPauseMutation = { endPause:
    | { __typename: 'EndPauseSuccess', availability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type PausedMatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type PausedMatchesQuery = { pausedMatches: Array<{ id: string, pseudonym: string, facility: { id: string, name: string }, volunteer: { id: string, displayName: string }, pause: { startsOn: string, endsOn: string | null } | null }> };

export type VolunteerAvailabilityQueryVariables = Exact<{
  volunteerId: string;
}>;


export type VolunteerAvailabilityQuery = { volunteerAvailability: { capacity: number, carrying: number, week: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, visiting: { mornings: Array<number>, afternoons: Array<number>, evenings: Array<number> }, away: Array<{ first: string, last: string }>, pause: { startsOn: string, endsOn: string | null } | null } | null };

export type VolunteerAbsenceQueryVariables = Exact<{
  volunteerId: string;
  first: string;
  last?: string | null | undefined;
}>;


export type VolunteerAbsenceQuery = { volunteerAbsence: { openOffers: number, matches: Array<{ id: string }>, visits: Array<{ id: string, startsAt: string, pseudonym: string, outside: boolean, facility: { id: string, name: string } }> } | null };

export type MyCallRequestQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCallRequestQuery = { myCallRequest: { id: string, urgency: CallUrgency, takenBy: string | null } | null, myDetails: { phone: string | null } };

export type CallRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type CallRequestsQuery = { callRequests: Array<{ id: string, urgency: CallUrgency, volunteerName: string, phone: string | null, takenBy: string | null, takenByMe: boolean, calledAt: string | null }> };

export type AskForCallMutationVariables = Exact<{
  input: AskForCallInput;
}>;


export type AskForCallMutation = { askForCall:
    | { __typename: 'AskForCallSuccess', callRequest: { id: string, urgency: CallUrgency, takenBy: string | null } }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type WithdrawCallRequestMutationVariables = Exact<{
  input: CallRequestInput;
}>;


export type WithdrawCallRequestMutation = { withdrawCallRequest:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'WithdrawCallRequestSuccess' }
   };

export type TakeCallRequestMutationVariables = Exact<{
  input: CallRequestInput;
}>;


export type TakeCallRequestMutation = { takeCallRequest:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TakeCallRequestSuccess' }
   };

export type MarkCalledMutationVariables = Exact<{
  input: CallRequestInput;
}>;


export type MarkCalledMutation = { markCalled:
    | { __typename: 'MarkCalledSuccess' }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type UndoCalledMutationVariables = Exact<{
  input: CallRequestInput;
}>;


export type UndoCalledMutation = { undoCalled:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UndoCalledSuccess' }
   };

export type CareLineFragment = { volunteerId: string, volunteerName: string, phone: string | null, signal: CareSignal, since: string, matchId: string | null, pseudonym: string | null, count: number | null, usual: number | null, byPeople: boolean, months: number | null };

export type CareTalkFragment = { id: string, signal: CareSignal, spokenAt: string, volunteerId: string, volunteerName: string, pseudonym: string | null, spokenBy: string, mine: boolean };

export type CareQueryVariables = Exact<{
  first: number;
  mine: boolean;
}>;


export type CareQuery = { care: Array<{ signal: CareSignal, count: number, lines: Array<{ volunteerId: string, volunteerName: string, phone: string | null, signal: CareSignal, since: string, matchId: string | null, pseudonym: string | null, count: number | null, usual: number | null, byPeople: boolean, months: number | null }> }>, careTalksToday: Array<{ id: string, signal: CareSignal, spokenAt: string, volunteerId: string, volunteerName: string, pseudonym: string | null, spokenBy: string, mine: boolean }> };

export type CareLinesQueryVariables = Exact<{
  signal: CareSignal;
  mine: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type CareLinesQuery = { careLines: { totalCount: number, edges: Array<{ node: { volunteerId: string, volunteerName: string, phone: string | null, signal: CareSignal, since: string, matchId: string | null, pseudonym: string | null, count: number | null, usual: number | null, byPeople: boolean, months: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CareCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type CareCountsQuery = { care: Array<{ signal: CareSignal, count: number }> };

export type CareOfQueryVariables = Exact<{
  volunteerId: string;
}>;


export type CareOfQuery = { careOf: { lines: Array<{ volunteerId: string, volunteerName: string, phone: string | null, signal: CareSignal, since: string, matchId: string | null, pseudonym: string | null, count: number | null, usual: number | null, byPeople: boolean, months: number | null }>, talks: Array<{ id: string, signal: CareSignal, spokenAt: string, volunteerId: string, volunteerName: string, pseudonym: string | null, spokenBy: string, mine: boolean }> } | null };

export type MarkSpokenMutationVariables = Exact<{
  input: MarkSpokenInput;
}>;


export type MarkSpokenMutation = { markSpoken:
    | { __typename: 'MarkSpokenSuccess', careTalkId: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type UndoSpokenMutationVariables = Exact<{
  input: UndoSpokenInput;
}>;


export type UndoSpokenMutation = { undoSpoken:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UndoSpokenSuccess' }
   };

export type DeparturesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeparturesQuery = { departures: Array<{ id: string, pseudonym: string, kind: DepartureKind, day: string, moved: boolean, toPlace: string | null, toFacility: { id: string, name: string, city: string } | null }> };

export type OtherFacilitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type OtherFacilitiesQuery = { otherFacilities: Array<{ id: string, code: string, name: string, city: string }> };

export type ReportDepartureMutationVariables = Exact<{
  input: ReportDepartureInput;
}>;


export type ReportDepartureMutation = { reportDeparture:
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReportDepartureSuccess', departure: { id: string, pseudonym: string, moved: boolean } }
   };

export type UndoDepartureMutationVariables = Exact<{
  input: UndoDepartureInput;
}>;


export type UndoDepartureMutation = { undoDeparture:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UndoDepartureSuccess', departureId: string }
   };

export type ReviewFragment = { kind: DepartureKind, day: string, moved: boolean, toPlace: string | null, activeThere: boolean, volunteerLeft: boolean, waits: boolean, admission: string | null, kilometres: number | null, wish: VolunteerWish | null, choice: ReviewChoice | null, together: boolean, met: boolean, successor: string | null, asked: string | null, answer: boolean | null, togetherAt: string | null, toFacility: { id: string, name: string, city: string } | null };

export type ReviewedFragment = { id: string, pseudonym: string, wishAfterEnd: WishAfterEnd, facility: { id: string, name: string, city: string }, volunteer: { id: string, displayName: string, place: string | null }, review: { formerly: string | null, kind: DepartureKind, day: string, moved: boolean, toPlace: string | null, activeThere: boolean, volunteerLeft: boolean, waits: boolean, admission: string | null, kilometres: number | null, wish: VolunteerWish | null, choice: ReviewChoice | null, together: boolean, met: boolean, successor: string | null, asked: string | null, answer: boolean | null, togetherAt: string | null, toFacility: { id: string, name: string, city: string } | null } | null };

export type MatchesInReviewQueryVariables = Exact<{
  first: number;
}>;


export type MatchesInReviewQuery = { matchesInReview: Array<{ id: string, pseudonym: string, wishAfterEnd: WishAfterEnd, facility: { id: string, name: string, city: string }, volunteer: { id: string, displayName: string, place: string | null }, review: { formerly: string | null, kind: DepartureKind, day: string, moved: boolean, toPlace: string | null, activeThere: boolean, volunteerLeft: boolean, waits: boolean, admission: string | null, kilometres: number | null, wish: VolunteerWish | null, choice: ReviewChoice | null, together: boolean, met: boolean, successor: string | null, asked: string | null, answer: boolean | null, togetherAt: string | null, toFacility: { id: string, name: string, city: string } | null } | null }>, matchCounts: { inReview: number } };

export type MatchesOutsideQueryVariables = Exact<{
  first: number;
}>;


export type MatchesOutsideQuery = { matchesOutside: Array<{ outsideUntil: string | null, id: string, pseudonym: string, wishAfterEnd: WishAfterEnd, facility: { id: string, name: string, city: string }, volunteer: { id: string, displayName: string, place: string | null }, review: { formerly: string | null, kind: DepartureKind, day: string, moved: boolean, toPlace: string | null, activeThere: boolean, volunteerLeft: boolean, waits: boolean, admission: string | null, kilometres: number | null, wish: VolunteerWish | null, choice: ReviewChoice | null, together: boolean, met: boolean, successor: string | null, asked: string | null, answer: boolean | null, togetherAt: string | null, toFacility: { id: string, name: string, city: string } | null } | null }>, matchCounts: { outside: number } };

export type KeepMatchMutationVariables = Exact<{
  input: KeepMatchInput;
}>;


export type KeepMatchMutation = { keepMatch:
    | { __typename: 'KeepMatchSuccess', match: { id: string, state: MatchState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type HandOverMatchMutationVariables = Exact<{
  input: HandOverMatchInput;
}>;


export type HandOverMatchMutation = { handOverMatch:
    | { __typename: 'HandOverMatchSuccess', match: { id: string, state: MatchState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type HandBackMatchMutationVariables = Exact<{
  input: HandBackMatchInput;
}>;


export type HandBackMatchMutation = { handBackMatch:
    | { __typename: 'HandBackMatchSuccess', match: { id: string, state: MatchState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type NearHomeQueryVariables = Exact<{
  matchId: string;
}>;


export type NearHomeQuery = { nearHome: Array<{ volunteerId: string, name: string, place: string | null, kilometres: number | null }> };

export type AnswerTakeOverMutationVariables = Exact<{
  input: AnswerTakeOverInput;
}>;


export type AnswerTakeOverMutation = { answerTakeOver:
    | { __typename: 'AnswerTakeOverSuccess', takeOvers: Array<{ matchId: string, first: string, place: string | null, yes: boolean, next: string | null }> }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type TaperMatchMutationVariables = Exact<{
  input: TaperMatchInput;
}>;


export type TaperMatchMutation = { taperMatch:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'TaperMatchSuccess', match: { id: string, state: MatchState, outsideUntil: string | null } }
   };

export type MyMatchReviewQueryVariables = Exact<{
  id: string;
}>;


export type MyMatchReviewQuery = { match: { id: string, state: MatchState, outsideUntil: string | null, review: { kind: DepartureKind, day: string, moved: boolean, toPlace: string | null, activeThere: boolean, volunteerLeft: boolean, waits: boolean, admission: string | null, kilometres: number | null, wish: VolunteerWish | null, choice: ReviewChoice | null, together: boolean, met: boolean, successor: string | null, asked: string | null, answer: boolean | null, togetherAt: string | null, toFacility: { id: string, name: string, city: string } | null } | null, previous: { name: string, met: boolean } | null } | null };

export type SayWishMutationVariables = Exact<{
  input: SayWishInput;
}>;


export type SayWishMutation = { sayWish:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SayWishSuccess', match: { id: string } }
   };

export type NoteMeetingMutationVariables = Exact<{
  input: NoteMeetingInput;
}>;


export type NoteMeetingMutation = { noteMeeting:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'NoteMeetingSuccess', match: { id: string } }
   };

export type FitsFragment = { fit: Fit, reasons: Array<string>, cares: Array<string>, volunteer: { id: string, displayName: string } };

export type ProposedPairFragment = { why: string | null, kept: boolean, request: { id: string, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, facility: { id: string, name: string }, organisation: { id: string } | null }, suggestion: { fit: Fit, reasons: Array<string>, cares: Array<string>, volunteer: { id: string, displayName: string } }, others: Array<{ takenFor: string | null, suggestion: { fit: Fit, reasons: Array<string>, cares: Array<string>, volunteer: { id: string, displayName: string } } }> };

export type AssignmentPreviewQueryVariables = Exact<{
  kept: Array<AssignmentPairInput> | AssignmentPairInput;
}>;


export type AssignmentPreviewQuery = { assignmentPreview: { waiting: number, invited: number, changed: number, withoutCount: number, proposed: { people: number, kilometres: number | null }, oneByOne: { people: number, kilometres: number | null }, pairs: Array<{ why: string | null, kept: boolean, request: { id: string, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, facility: { id: string, name: string }, organisation: { id: string } | null }, suggestion: { fit: Fit, reasons: Array<string>, cares: Array<string>, volunteer: { id: string, displayName: string } }, others: Array<{ takenFor: string | null, suggestion: { fit: Fit, reasons: Array<string>, cares: Array<string>, volunteer: { id: string, displayName: string } } }> }>, without: Array<{ reason: string, request: { id: string, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, facility: { id: string, name: string }, organisation: { id: string } | null } }> } };

export type OfferAssignmentMutationVariables = Exact<{
  input: OfferAssignmentInput;
}>;


export type OfferAssignmentMutation = { offerAssignment:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OfferAssignmentSuccess', invitedRequestIds: Array<string>, refused: Array<{ requestId: string, message: string }> }
   };

export type WeightsFragment = { language: WeightLevel, fluency: WeightLevel, distance: WeightLevel, days: WeightLevel, load: WeightLevel, waiting: WeightLevel, continuity: WeightLevel, newcomer: WeightLevel };

export type MatchingWeightsQueryVariables = Exact<{ [key: string]: never; }>;


export type MatchingWeightsQuery = { matchingWeights: { language: WeightLevel, fluency: WeightLevel, distance: WeightLevel, days: WeightLevel, load: WeightLevel, waiting: WeightLevel, continuity: WeightLevel, newcomer: WeightLevel } };

export type AssignmentWithWeightsQueryVariables = Exact<{
  kept: Array<AssignmentPairInput> | AssignmentPairInput;
  weights: MatchingWeightsInput;
}>;


export type AssignmentWithWeightsQuery = { assignmentPreview: { proposed: { people: number, kilometres: number | null }, pairs: Array<{ request: { id: string }, suggestion: { volunteer: { id: string } } }> } };

export type SetMatchingWeightsMutationVariables = Exact<{
  input: MatchingWeightsInput;
}>;


export type SetMatchingWeightsMutation = { setMatchingWeights:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetMatchingWeightsSuccess', weights: { language: WeightLevel, fluency: WeightLevel, distance: WeightLevel, days: WeightLevel, load: WeightLevel, waiting: WeightLevel, continuity: WeightLevel, newcomer: WeightLevel } }
   };

export type OrganisationMatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type OrganisationMatchesQuery = { organisationMatches: { totalCount: number, edges: Array<{ node: { id: string, state: MatchState, pseudonym: string, activityKind: ActivityKind, startedOn: string, outsideUntil: string | null, wishAfterEnd: WishAfterEnd, visitsHeld: number, review: { formerly: string | null } | null, facility: { id: string, name: string, city: string }, volunteer: { id: string, displayName: string }, pause: { endsOn: string | null } | null, series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean } | null, nextVisit: { id: string, state: VisitState, startsAt: string } | null, lastVisit: { id: string, startsAt: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, matchCounts: { running: number } };

export type EndMatchAtDeskMutationVariables = Exact<{
  input: EndMatchInput;
}>;


export type EndMatchAtDeskMutation = { endMatch:
    | { __typename: 'EndMatchSuccess', waitsAgain: boolean, match: { id: string, state: MatchState } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyMatchesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyMatchesQuery = { myMatches: Array<{ id: string, state: MatchState, activityKind: ActivityKind, pseudonym: string, endedOn: string | null, outsideUntil: string | null, visitsHeld: number, facility: { id: string, name: string, city: string }, detainee: { givenName: string } | null, nextVisit: { id: string, state: VisitState, startsAt: string } | null }> };

export type MyMatchQueryVariables = Exact<{
  id: string;
}>;


export type MyMatchQuery = { match: { id: string, state: MatchState, activityKind: ActivityKind, startedOn: string, endedOn: string | null, endReason: MatchEndReason | null, outsideUntil: string | null, wishAfterEnd: WishAfterEnd, pseudonym: string, coordinatorName: string | null, visitsHeld: number, facility: { id: string, name: string, city: string }, previous: { met: boolean } | null, detainee: { givenName: string } | null, organisation: { id: string, name: string }, nextVisit: { id: string, state: VisitState, startsAt: string, endsAt: string } | null, series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean, occurrences: Array<{ state: OccurrenceState }> } | null, lastVisit: { id: string, state: VisitState, startsAt: string } | null } | null };

export type VisitingMomentsQueryVariables = Exact<{
  matchId: string;
  days?: number | null | undefined;
}>;


export type VisitingMomentsQuery = { match: { id: string, state: MatchState, pseudonym: string, outsideUntil: string | null, detainee: { givenName: string } | null, facility: { id: string, name: string, city: string } } | null, visitingMoments: Array<{ startsAt: string, endsAt: string, placesLeft: number }>, myAvailability: { away: Array<{ first: string, last: string }>, pause: { endsOn: string | null } | null } };

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

export type MoveVisitMutationVariables = Exact<{
  input: MoveVisitInput;
}>;


export type MoveVisitMutation = { moveVisit:
    | { __typename: 'DoubleBooked', code: string, message: string }
    | { __typename: 'FacilityBlocked', code: string, message: string }
    | { __typename: 'FacilityFull', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'MoveVisitSuccess', visit: { id: string, state: VisitState, startsAt: string, endsAt: string } }
    | { __typename: 'NotAdmitted', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutsideVisitingHours', code: string, message: string }
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


export type MyOffersQuery = { myPause: { startsOn: string, endsOn: string | null } | null, myTakeOvers: Array<{ matchId: string, first: string, place: string | null, yes: boolean, next: string | null }>, myOffers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, createdAt: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, distanceKilometres: number | null, matchId: string | null, facility: { id: string, name: string, city: string } }> };

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

export type SentMessageFragment = { id: string, text: string, createdAt: string, cancelledAt: string | null, sentBy: string, mine: boolean, counts: Array<{ state: MessageState, count: number }> };

export type MessagePreviewQueryVariables = Exact<{
  selection: MessageSelection;
}>;


export type MessagePreviewQuery = { messagePreview: { count: number, names: Array<string>, unreached: number } | null };

export type SentMessagesQueryVariables = Exact<{ [key: string]: never; }>;


export type SentMessagesQuery = { sentMessages: Array<{ id: string, text: string, createdAt: string, cancelledAt: string | null, sentBy: string, mine: boolean, counts: Array<{ state: MessageState, count: number }> }> };

export type MessageRecipientsQueryVariables = Exact<{
  messageId: string;
  state?: MessageState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MessageRecipientsQuery = { messageRecipients: { after: string | null, recipients: Array<{ volunteerId: string, displayName: string, state: MessageState, at: string | null }> } | null };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'CitizenNumber', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'PlanReference', code: string, message: string }
    | { __typename: 'SelectionChanged', code: string, message: string, count: number }
    | { __typename: 'SendMessageSuccess', sent: { id: string, text: string, createdAt: string, cancelledAt: string | null, sentBy: string, mine: boolean, counts: Array<{ state: MessageState, count: number }> } }
    | { __typename: 'TooManyMessages', code: string, message: string }
   };

export type StopMessageMutationVariables = Exact<{
  input: StopMessageInput;
}>;


export type StopMessageMutation = { stopMessage:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StopMessageSuccess', sent: { id: string, text: string, createdAt: string, cancelledAt: string | null, sentBy: string, mine: boolean, counts: Array<{ state: MessageState, count: number }> } }
   };

export type CorrectionLineFragment = { id: string, item: CorrectionItem, wanted: string, dueOn: string, outcome: CorrectionOutcome | null, reason: CorrectionReason | null, answeredAt: string | null, volunteerName: string };

export type MyCorrectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCorrectionsQuery = { myCorrections: Array<{ id: string, item: CorrectionItem, wanted: string, dueOn: string, outcome: CorrectionOutcome | null, reason: CorrectionReason | null, answeredAt: string | null, volunteerName: string }> };

export type VisitToCorrectFragment = { id: string, startsAt: string, endsAt: string, outside: boolean, plannedSetting: VisitSetting, cancelSide: CancelSide | null, cancelCause: CancelCause | null, kilometreRateCents: number | null, facility: { id: string, name: string }, log: { outcome: VisitOutcome, minutes: number, setting: VisitSetting, travelKilometres: number, loggedAt: string, loggedBy: string | null } | null };

export type CorrectionsWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type CorrectionsWaitingQuery = { correctionsWaiting: Array<{ id: string, item: CorrectionItem, wanted: string, dueOn: string, outcome: CorrectionOutcome | null, reason: CorrectionReason | null, answeredAt: string | null, volunteerName: string, visit: { id: string, startsAt: string, endsAt: string, outside: boolean, plannedSetting: VisitSetting, cancelSide: CancelSide | null, cancelCause: CancelCause | null, kilometreRateCents: number | null, facility: { id: string, name: string }, log: { outcome: VisitOutcome, minutes: number, setting: VisitSetting, travelKilometres: number, loggedAt: string, loggedBy: string | null } | null } | null }> };

export type VisitsToAskAboutQueryVariables = Exact<{ [key: string]: never; }>;


export type VisitsToAskAboutQuery = { myVisits: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, outside: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, facility: { id: string, name: string }, log: { outcome: VisitOutcome, minutes: number } | null }> };

export type MyLeavingQueryVariables = Exact<{ [key: string]: never; }>;


export type MyLeavingQuery = { myLeaving: { matches: number, plannedVisits: number, openOffers: number, closesAccount: boolean, keptDays: number, obstacle: LeavingObstacle | null } };

export type WhatRunsQueryVariables = Exact<{
  from?: string | null | undefined;
}>;


export type WhatRunsQuery = { myMatches: Array<{ id: string, state: MatchState, pseudonym: string, outsideUntil: string | null, facility: { id: string, name: string }, detainee: { givenName: string } | null }>, myVisits: Array<{ id: string, state: VisitState, startsAt: string, outside: boolean, facility: { id: string, name: string } }> };

export type AskCorrectionMutationVariables = Exact<{
  input: AskCorrectionInput;
}>;


export type AskCorrectionMutation = { askCorrection:
    | { __typename: 'AskCorrectionSuccess' }
    | { __typename: 'CitizenNumber', code: string, message: string }
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'PlanReference', code: string, message: string }
   };

export type WithdrawCorrectionMutationVariables = Exact<{
  input: WithdrawCorrectionInput;
}>;


export type WithdrawCorrectionMutation = { withdrawCorrection:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'WithdrawCorrectionSuccess' }
   };

export type AnswerCorrectionMutationVariables = Exact<{
  input: AnswerCorrectionInput;
}>;


export type AnswerCorrectionMutation = { answerCorrection:
    | { __typename: 'AnswerCorrectionSuccess' }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type CorrectVisitMutationVariables = Exact<{
  input: CorrectVisitInput;
}>;


export type CorrectVisitMutation = { correctVisit:
    | { __typename: 'CorrectVisitSuccess' }
    | { __typename: 'InvalidInput', field: string, code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type EndMyMembershipMutationVariables = Exact<{
  input: EndMyMembershipInput;
}>;


export type EndMyMembershipMutation = { endMyMembership:
    | { __typename: 'EndMyMembershipSuccess', closed: boolean, erasedOn: string }
    | { __typename: 'LastOne', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNoticesQuery = { myNotices: Array<{ id: string, event: string, text: string, createdAt: string, readAt: string | null, offerId: string | null, requestId: string | null, matchId: string | null, visitId: string | null, message: string | null, sender: string | null }> };

export type ReadNoticesMutationVariables = Exact<{
  input: ReadNoticesInput;
}>;


export type ReadNoticesMutation = { readNotices:
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReadNoticesSuccess', read: number }
   };

export type PushStateFragment = { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null };

export type MyPushQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPushQuery = { myPush: { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null } };

export type SubscribePushMutationVariables = Exact<{
  input: SubscribePushInput;
}>;


export type SubscribePushMutation = { subscribePush:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SubscribePushSuccess', push: { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null } }
   };

export type UnsubscribePushMutationVariables = Exact<{
  input: UnsubscribePushInput;
}>;


export type UnsubscribePushMutation = { unsubscribePush:
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UnsubscribePushSuccess', push: { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null } }
   };

export type SetQuietHoursMutationVariables = Exact<{
  input: SetQuietHoursInput;
}>;


export type SetQuietHoursMutation = { setQuietHours:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetQuietHoursSuccess', push: { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null } }
   };

export type MuteNoticesMutationVariables = Exact<{
  input: MuteNoticesInput;
}>;


export type MuteNoticesMutation = { muteNotices:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'MuteNoticesSuccess', push: { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null } }
   };

export type SetLettersMutationVariables = Exact<{
  input: SetLettersInput;
}>;


export type SetLettersMutation = { setLetters:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'SetLettersSuccess', push: { publicKey: string, kinds: Array<NoticeKind>, mutedKinds: Array<NoticeKind>, letters: boolean, letterTo: string | null, devices: Array<{ id: string, current: boolean, gone: boolean }>, quietHours: { from: number, until: number } | null } }
   };

export type OverviewQueryVariables = Exact<{
  periodStart: string;
  periodEnd: string;
}>;


export type OverviewQuery = { overview: { periodStart: string, periodEnd: string, active: number, ready: number, ending: number, invitations: number, accepted: number, hoursToYes: number | null, visitsHeld: number, hours: number, visitsNotHeld: number, waiting: Array<{ total: number, notAsked: number, facility: { id: string, code: string, name: string }, waits: Array<{ longerThan: number | null, atMost: number | null, count: number }> }>, notHeld: Array<{ side: CancelSide, count: number }>, definitions: Array<{ key: string, version: number, name: string, text: string }> } | null };

export type CountedVisitFragment = { id: string, startsAt: string, volunteerId: string, volunteerName: string | null, minutes: number | null, side: CancelSide | null, cause: CancelCause | null, outside: boolean, facility: { id: string, name: string } };

export type OverviewVisitsQueryVariables = Exact<{
  periodStart: string;
  periodEnd: string;
  held: boolean;
  side?: CancelSide | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OverviewVisitsQuery = { overviewVisits: { totalCount: number, edges: Array<{ node: { id: string, startsAt: string, volunteerId: string, volunteerName: string | null, minutes: number | null, side: CancelSide | null, cause: CancelCause | null, outside: boolean, facility: { id: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type CountedInvitationFragment = { id: string, madeAt: string, overAt: string, requestId: string, volunteerId: string, volunteerName: string | null, answer: OfferState, facility: { id: string, name: string } };

export type OverviewInvitationsQueryVariables = Exact<{
  periodStart: string;
  periodEnd: string;
  answer?: OfferState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OverviewInvitationsQuery = { overviewInvitations: { totalCount: number, edges: Array<{ node: { id: string, madeAt: string, overAt: string, requestId: string, volunteerId: string, volunteerName: string | null, answer: OfferState, facility: { id: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

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

export type InboxRequestFragment = { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, code: string, name: string, city: string }, organisation: { id: string, name: string } | null, waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } | null, handOver: { id: string, proposedAt: string, expiresAt: string, incoming: boolean, organisation: { id: string, name: string }, to: { id: string, name: string } } | null };

export type ProposalFragment = { id: string, proposedAt: string, expiresAt: string, incoming: boolean, organisation: { id: string, name: string }, to: { id: string, name: string } };

export type RoundsFragment = { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number };

export type AskedOneFragment = { id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } };

export type RequestOffersFragment = { offers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } }> };

export type RequestInboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: InboxFilter | null | undefined;
}>;


export type RequestInboxQuery = { requestInbox: { totalCount: number, edges: Array<{ node: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, code: string, name: string, city: string }, organisation: { id: string, name: string } | null, waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } | null, handOver: { id: string, proposedAt: string, expiresAt: string, incoming: boolean, organisation: { id: string, name: string }, to: { id: string, name: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CountedFragment = { value: string, count: number };

export type InboxChoicesQueryVariables = Exact<{
  filter?: InboxFilter | null | undefined;
}>;


export type InboxChoicesQuery = { inboxChoices: { total: number, shown: number, facilities: Array<{ count: number, facility: { id: string, code: string, name: string } }>, languages: Array<{ value: string, count: number }>, kinds: Array<{ value: string, count: number }>, whose: Array<{ value: string, count: number }>, standings: Array<{ value: string, count: number }>, waits: Array<{ value: string, count: number }>, without: Array<{ value: string, count: number }> } | null };

export type KeptViewFragment = { id: string, name: string, facility: string | null, language: string | null, activityKind: ActivityKind | null, whose: InboxWhose | null, standing: InboxStanding | null, waitingDays: number | null, waitingAtMost: number | null, opensFirst: boolean };

export type InboxViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxViewsQuery = { inboxViews: Array<{ id: string, name: string, facility: string | null, language: string | null, activityKind: ActivityKind | null, whose: InboxWhose | null, standing: InboxStanding | null, waitingDays: number | null, waitingAtMost: number | null, opensFirst: boolean }> };

export type SaveInboxViewMutationVariables = Exact<{
  input: SaveInboxViewInput;
}>;


export type SaveInboxViewMutation = { saveInboxView:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SaveInboxViewSuccess', views: Array<{ id: string, name: string, facility: string | null, language: string | null, activityKind: ActivityKind | null, whose: InboxWhose | null, standing: InboxStanding | null, waitingDays: number | null, waitingAtMost: number | null, opensFirst: boolean }> }
    | { __typename: 'TooManyViews', code: string, message: string }
   };

export type RemoveInboxViewMutationVariables = Exact<{
  input: RemoveInboxViewInput;
}>;


export type RemoveInboxViewMutation = { removeInboxView:
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RemoveInboxViewSuccess', views: Array<{ id: string, name: string, facility: string | null, language: string | null, activityKind: ActivityKind | null, whose: InboxWhose | null, standing: InboxStanding | null, waitingDays: number | null, waitingAtMost: number | null, opensFirst: boolean }> }
   };

export type ProposedToUsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProposedToUsQuery = { proposedToUs: Array<{ id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, code: string, name: string, city: string }, organisation: { id: string, name: string } | null, waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } | null, handOver: { id: string, proposedAt: string, expiresAt: string, incoming: boolean, organisation: { id: string, name: string }, to: { id: string, name: string } } | null }> };

export type HandOverChoicesQueryVariables = Exact<{
  requestId: string;
}>;


export type HandOverChoicesQuery = { handOverChoices: Array<{ id: string, name: string }> };

export type ReleaseRequestMutationVariables = Exact<{
  input: ReleaseRequestInput;
}>;


export type ReleaseRequestMutation = { releaseRequest:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ReleaseRequestSuccess', request: { id: string } }
   };

export type ProposeHandOverMutationVariables = Exact<{
  input: ProposeHandOverInput;
}>;


export type ProposeHandOverMutation = { proposeHandOver:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'ProposeHandOverSuccess', request: { id: string } }
   };

export type WithdrawHandOverMutationVariables = Exact<{
  input: HandOverInput;
}>;


export type WithdrawHandOverMutation = { withdrawHandOver:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'WithdrawHandOverSuccess', request: { id: string } }
   };

export type AcceptHandOverMutationVariables = Exact<{
  input: HandOverInput;
}>;


export type AcceptHandOverMutation = { acceptHandOver:
    | { __typename: 'AcceptHandOverSuccess', request: { id: string } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type DeclineHandOverMutationVariables = Exact<{
  input: HandOverInput;
}>;


export type DeclineHandOverMutation = { declineHandOver:
    | { __typename: 'DeclineHandOverSuccess', handOverId: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type RequestToMatchQueryVariables = Exact<{
  id: string;
  suggestions: number;
}>;


export type RequestToMatchQuery = { visitRequest: { note: string | null, volunteerGender: Gender | null, activityDenomination: ActivityDenomination | null, createdAt: string, eligibleCount: number, notEligibleCount: number, id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, course: Array<{ what: RequestHappening, at: string, count: number | null, by: string | null }>, suggestions: Array<{ fit: Fit, reasons: Array<string>, cares: Array<string>, alreadyOffered: boolean, volunteer: { id: string, displayName: string, place: string | null } }>, notEligible: Array<{ reason: string, volunteer: { id: string, displayName: string } }>, facility: { id: string, code: string, name: string, city: string }, organisation: { id: string, name: string } | null, waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } | null, handOver: { id: string, proposedAt: string, expiresAt: string, incoming: boolean, organisation: { id: string, name: string }, to: { id: string, name: string } } | null, offers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } }> } | null };

export type DetaineeNameOfRequestQueryVariables = Exact<{
  id: string;
}>;


export type DetaineeNameOfRequestQuery = { visitRequest: { id: string, detainee: { givenName: string, familyName: string, wing: string | null } | null } | null };

export type ClaimRequestMutationVariables = Exact<{
  input: ClaimRequestInput;
}>;


export type ClaimRequestMutation = { claimRequest:
    | { __typename: 'AlreadyClaimed', code: string, message: string }
    | { __typename: 'ClaimRequestSuccess', request: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, liveOffers: number, declinedOffers: number, silentOffers: number, claimedByMe: boolean, facility: { id: string, code: string, name: string, city: string }, organisation: { id: string, name: string } | null, waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } | null, handOver: { id: string, proposedAt: string, expiresAt: string, incoming: boolean, organisation: { id: string, name: string }, to: { id: string, name: string } } | null } }
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
    | { __typename: 'OfferRequestSuccess', offers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } }> }
   };

export type SendNextWaveMutationVariables = Exact<{
  input: SendNextWaveInput;
}>;


export type SendNextWaveMutation = { sendNextWave:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SendNextWaveSuccess', offers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, volunteer: { id: string, displayName: string } }>, waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } }
   };

export type StopWavesMutationVariables = Exact<{
  input: StopWavesInput;
}>;


export type StopWavesMutation = { stopWaves:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StopWavesSuccess', waves: { id: string, size: number, hours: number, nextAt: string | null, endReason: WavesEndReason | null, sent: number } }
   };

export type OwnRequestFragment = { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, activityDenomination: ActivityDenomination | null, languages: Array<string>, volunteerGender: Gender | null, note: string | null, waitingDays: number, createdAt: string, nameErased: boolean, released: boolean, personReleased: boolean, leaving: { id: string, kind: DepartureKind, day: string } | null, organisation: { id: string, name: string } | null };

export type FacilityRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FacilityRequestsQuery = { facilityRequests: { totalCount: number, edges: Array<{ node: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, activityDenomination: ActivityDenomination | null, languages: Array<string>, volunteerGender: Gender | null, note: string | null, waitingDays: number, createdAt: string, nameErased: boolean, released: boolean, personReleased: boolean, leaving: { id: string, kind: DepartureKind, day: string } | null, organisation: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OwnRequestQueryVariables = Exact<{
  id: string;
}>;


export type OwnRequestQuery = { visitRequest: { id: string, state: RequestState, pseudonym: string, activityKind: ActivityKind, activityDenomination: ActivityDenomination | null, languages: Array<string>, volunteerGender: Gender | null, note: string | null, waitingDays: number, createdAt: string, nameErased: boolean, released: boolean, personReleased: boolean, leaving: { id: string, kind: DepartureKind, day: string } | null, organisation: { id: string, name: string } | null } | null };

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

export type EraseDetaineeMutationVariables = Exact<{
  input: EraseDetaineeInput;
}>;


export type EraseDetaineeMutation = { eraseDetainee:
    | { __typename: 'EraseDetaineeSuccess', request: { id: string, nameErased: boolean } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StillMatched', code: string, message: string }
    | { __typename: 'StillWaiting', code: string, message: string }
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

export type DeskVisitFragment = { id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, seriesId: string | null, organisation: { id: string, name: string } };

export type FacilityAgendaQueryVariables = Exact<{
  date: string;
}>;


export type FacilityAgendaQuery = { facilityAgenda: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, seriesId: string | null, organisation: { id: string, name: string } }> };

export type VisitsToConfirmQueryVariables = Exact<{ [key: string]: never; }>;


export type VisitsToConfirmQuery = { visitsToConfirm: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, seriesId: string | null, organisation: { id: string, name: string } }> };

export type ConfirmVisitMutationVariables = Exact<{
  input: ConfirmVisitInput;
}>;


export type ConfirmVisitMutation = { confirmVisit:
    | { __typename: 'ConfirmVisitSuccess', visit: { id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, seriesId: string | null, organisation: { id: string, name: string } } }
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
    | { __typename: 'CancelVisitSuccess', visit: { id: string, state: VisitState, startsAt: string, endsAt: string, volunteerName: string, pseudonym: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, admitted: boolean, cancelSide: CancelSide | null, cancelCause: CancelCause | null, seriesId: string | null, organisation: { id: string, name: string } } }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type MyVisitsQueryVariables = Exact<{
  from?: string | null | undefined;
}>;


export type MyVisitsQuery = { myVisits: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, pseudonym: string, givenName: string | null, outside: boolean, facility: { id: string, name: string, city: string }, log: { outcome: VisitOutcome, minutes: number } | null }> };

export type MyVisitQueryVariables = Exact<{
  id: string;
}>;


export type MyVisitQuery = { visit: { id: string, state: VisitState, startsAt: string, endsAt: string, regime: VisitRegime, plannedSetting: VisitSetting, room: string | null, pseudonym: string, givenName: string | null, outside: boolean, matchId: string | null, cancelSide: CancelSide | null, cancelCause: CancelCause | null, admitted: boolean, suggestedKilometres: number | null, kilometreRateCents: number | null, facility: { id: string, name: string, city: string }, organisation: { id: string, name: string }, gate: { ready: boolean, checks: Array<{ ok: boolean, title: string, hint: string | null }>, coordinator: { name: string, phone: string | null } | null } | null, log: { outcome: VisitOutcome, minutes: number, setting: VisitSetting, travelKilometres: number, loggedAt: string, correctedAt: string | null } | null } | null };

export type LogVisitMutationVariables = Exact<{
  input: LogVisitInput;
}>;


export type LogVisitMutation = { logVisit:
    | { __typename: 'AlreadyLogged', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'LogVisitSuccess', visit: { id: string, state: VisitState } }
    | { __typename: 'LoggedDifferently', code: string, message: string }
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

export type MyPapersQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type MyPapersQuery = { myVisits: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, outside: boolean, facility: { id: string, name: string }, gate: { ready: boolean, checks: Array<{ ok: boolean, title: string, hint: string | null }> } | null }>, readyForGate: Array<{ ready: boolean, facility: { id: string, name: string, city: string }, checks: Array<{ ok: boolean, title: string, hint: string | null }> }>, myPapers: Array<{ name: string, state: PaperState, validity: string | null, advice: string | null }>, myCoordinator: { name: string, phone: string | null, insteadOf: string | null, until: string | null } | null };

export type RhythmFragment = { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean };

export type OccurrenceFragment = { day: string, startsAt: string, endsAt: string, moved: boolean, state: OccurrenceState, hindrance: Hindrance | null, closedBecause: string | null, holiday: string | null, visitId: string | null };

export type MySeriesQueryVariables = Exact<{
  id: string;
}>;


export type MySeriesQuery = { match: { id: string, state: MatchState, pseudonym: string, detainee: { givenName: string } | null, facility: { id: string, name: string, city: string }, series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean, occurrences: Array<{ day: string, startsAt: string, endsAt: string, moved: boolean, state: OccurrenceState, hindrance: Hindrance | null, closedBecause: string | null, holiday: string | null, visitId: string | null }> } | null } | null };

export type RhythmFormQueryVariables = Exact<{
  matchId: string;
}>;


export type RhythmFormQuery = { usualWeeks: number, myAvailability: { away: Array<{ first: string, last: string }>, pause: { endsOn: string | null } | null }, match: { id: string, state: MatchState, pseudonym: string, detainee: { givenName: string } | null, facility: { id: string, name: string, city: string }, nextVisit: { id: string, startsAt: string, endsAt: string } | null, series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean, occurrences: Array<{ startsAt: string, endsAt: string, moved: boolean }> } | null } | null, visitingMoments: Array<{ startsAt: string, endsAt: string, placesLeft: number }> };

export type SeriesPreviewQueryVariables = Exact<{
  matchId: string;
  everyWeeks: number;
  startsAt: string;
  endsAt: string;
}>;


export type SeriesPreviewQuery = { seriesPreview: { moving: number, occurrences: Array<{ day: string, startsAt: string, endsAt: string, moved: boolean, state: OccurrenceState, hindrance: Hindrance | null, closedBecause: string | null, holiday: string | null, visitId: string | null }>, staying: Array<{ day: string, startsAt: string, endsAt: string, moved: boolean, state: OccurrenceState, hindrance: Hindrance | null, closedBecause: string | null, holiday: string | null, visitId: string | null }> } | null };

export type SetRhythmMutationVariables = Exact<{
  input: SetRhythmInput;
}>;


export type SetRhythmMutation = { setRhythm:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutsideVisitingHours', code: string, message: string }
    | { __typename: 'SetRhythmSuccess', series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean } }
   };

export type StopSeriesMutationVariables = Exact<{
  input: StopSeriesInput;
}>;


export type StopSeriesMutation = { stopSeries:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'StopSeriesSuccess', matchId: string }
   };

export type SkipOccurrenceMutationVariables = Exact<{
  input: SkipOccurrenceInput;
}>;


export type SkipOccurrenceMutation = { skipOccurrence:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SkipOccurrenceSuccess', series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean } }
   };

export type UnskipOccurrenceMutationVariables = Exact<{
  input: UnskipOccurrenceInput;
}>;


export type UnskipOccurrenceMutation = { unskipOccurrence:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'UnskipOccurrenceSuccess', series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean } }
   };

export type MoveOccurrenceMutationVariables = Exact<{
  input: MoveOccurrenceInput;
}>;


export type MoveOccurrenceMutation = { moveOccurrence:
    | { __typename: 'DoubleBooked', code: string, message: string }
    | { __typename: 'FacilityBlocked', code: string, message: string }
    | { __typename: 'FacilityFull', code: string, message: string }
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'MoveOccurrenceSuccess', series: { id: string, everyWeeks: number, weekday: number, startsAt: string, minutes: number, rests: boolean } }
    | { __typename: 'NotAdmitted', code: string, message: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'OutsideVisitingHours', code: string, message: string }
   };

export type ImportedRowFragment = { id: string, displayName: string, email: string | null, status: VolunteerStatus, state: AccountState, invitedAt: string | null, expiresAt: string | null, canInvite: boolean };

export type ImportedTallyFragment = { canInvite: number, minutes: number, states: Array<{ state: AccountState, people: number }> };

export type ImportedCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportedCountsQuery = { importedCounts: { canInvite: number, minutes: number, states: Array<{ state: AccountState, people: number }> } };

export type ImportedPeopleQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<AccountState> | AccountState | null | undefined;
  search?: string | null | undefined;
}>;


export type ImportedPeopleQuery = { importedPeople: { totalCount: number, edges: Array<{ node: { id: string, displayName: string, email: string | null, status: VolunteerStatus, state: AccountState, invitedAt: string | null, expiresAt: string | null, canInvite: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InviteImportedMutationVariables = Exact<{
  input: InviteImportedInput;
}>;


export type InviteImportedMutation = { inviteImported:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'InviteImportedSuccess', invited: number, counts: { canInvite: number, minutes: number, states: Array<{ state: AccountState, people: number }> } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type NoteFragment = { id: string, note: string, writtenAt: string, writtenBy: string | null };

export type VolunteerNotesQueryVariables = Exact<{
  volunteerId: string;
}>;


export type VolunteerNotesQuery = { volunteerNotes: Array<{ id: string, note: string, writtenAt: string, writtenBy: string | null }> | null };

export type MyNotesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNotesQuery = { myNotes: Array<{ id: string, note: string, writtenAt: string, writtenBy: string | null }> };

export type WriteVolunteerNoteMutationVariables = Exact<{
  input: WriteVolunteerNoteInput;
}>;


export type WriteVolunteerNoteMutation = { writeVolunteerNote:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'WriteVolunteerNoteSuccess', notes: Array<{ id: string, note: string, writtenAt: string, writtenBy: string | null }> }
   };

export type RemoveVolunteerNoteMutationVariables = Exact<{
  input: RemoveVolunteerNoteInput;
}>;


export type RemoveVolunteerNoteMutation = { removeVolunteerNote:
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RemoveVolunteerNoteSuccess', notes: Array<{ id: string, note: string, writtenAt: string, writtenBy: string | null }> }
   };

export type PolicyFragment = { papers: Array<{ code: string, name: string, nameEn: string | null, hasProfile: boolean, once: boolean, validMonths: number | null, ending: number }>, requirements: Array<{ activityKind: ActivityKind, kind: string, facilityId: string | null }>, validities: Array<{ kind: string, facilityId: string, validMonths: number }>, facilities: Array<{ id: string, name: string }> };

export type PaperPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type PaperPolicyQuery = { paperPolicy: { papers: Array<{ code: string, name: string, nameEn: string | null, hasProfile: boolean, once: boolean, validMonths: number | null, ending: number }>, requirements: Array<{ activityKind: ActivityKind, kind: string, facilityId: string | null }>, validities: Array<{ kind: string, facilityId: string, validMonths: number }>, facilities: Array<{ id: string, name: string }> } };

export type RequirementTouchesQueryVariables = Exact<{
  activityKind: ActivityKind;
  kind: string;
  facilityId?: string | null | undefined;
}>;


export type RequirementTouchesQuery = { requirementTouches: { volunteers: number, visits: number } | null };

export type ValidityTouchesQueryVariables = Exact<{
  kind: string;
  facilityId: string;
  validMonths: number;
}>;


export type ValidityTouchesQuery = { validityTouches: { volunteers: number, visits: number } | null };

export type SetCredentialTypeMutationVariables = Exact<{
  input: SetCredentialTypeInput;
}>;


export type SetCredentialTypeMutation = { setCredentialType:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'SetCredentialTypeSuccess', policy: { papers: Array<{ code: string, name: string, nameEn: string | null, hasProfile: boolean, once: boolean, validMonths: number | null, ending: number }>, requirements: Array<{ activityKind: ActivityKind, kind: string, facilityId: string | null }>, validities: Array<{ kind: string, facilityId: string, validMonths: number }>, facilities: Array<{ id: string, name: string }> } }
   };

export type SetRequirementMutationVariables = Exact<{
  input: SetRequirementInput;
}>;


export type SetRequirementMutation = { setRequirement:
    | { __typename: 'InvalidInput', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetRequirementSuccess', policy: { papers: Array<{ code: string, name: string, nameEn: string | null, hasProfile: boolean, once: boolean, validMonths: number | null, ending: number }>, requirements: Array<{ activityKind: ActivityKind, kind: string, facilityId: string | null }>, validities: Array<{ kind: string, facilityId: string, validMonths: number }>, facilities: Array<{ id: string, name: string }> } }
   };

export type SetCredentialValidityMutationVariables = Exact<{
  input: SetCredentialValidityInput;
}>;


export type SetCredentialValidityMutation = { setCredentialValidity:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetCredentialValiditySuccess', policy: { papers: Array<{ code: string, name: string, nameEn: string | null, hasProfile: boolean, once: boolean, validMonths: number | null, ending: number }>, requirements: Array<{ activityKind: ActivityKind, kind: string, facilityId: string | null }>, validities: Array<{ kind: string, facilityId: string, validMonths: number }>, facilities: Array<{ id: string, name: string }> } }
   };

export type ReadingFragment = { id: string, at: string, readerName: string | null, part: SealedPart, facilityName: string | null };

export type EmergencyFragment = { name: string, phone: string, relation: string | null, setAt: string, byThemselves: boolean };

export type SealedFileQueryVariables = Exact<{
  volunteerId: string;
}>;


export type SealedFileQuery = { sealedFile: { emergencyContactSetAt: string | null, readings: Array<{ id: string, at: string, readerName: string | null, part: SealedPart, facilityName: string | null }> } | null };

export type OpenEmergencyContactQueryVariables = Exact<{
  volunteerId: string;
}>;


export type OpenEmergencyContactQuery = { emergencyContact: { name: string, phone: string, relation: string | null, setAt: string, byThemselves: boolean } | null };

export type OpenPassQueryVariables = Exact<{
  volunteerId: string;
  admissionId: string;
}>;


export type OpenPassQuery = { passNumber: { number: string } | null };

export type MyEmergencyContactQueryVariables = Exact<{ [key: string]: never; }>;


export type MyEmergencyContactQuery = { myEmergencyContact: { name: string, phone: string, relation: string | null, setAt: string, byThemselves: boolean } | null, myFileReadings: Array<{ id: string, at: string, readerName: string | null, part: SealedPart, facilityName: string | null }> };

export type MyPassesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPassesQuery = { myPasses: Array<{ id: string, facilityName: string, number: string }> };

export type SetEmergencyContactMutationVariables = Exact<{
  input: SetEmergencyContactInput;
}>;


export type SetEmergencyContactMutation = { setEmergencyContact:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetEmergencyContactSuccess', isSet: boolean }
   };

export type SetPassNumberMutationVariables = Exact<{
  input: SetPassNumberInput;
}>;


export type SetPassNumberMutation = { setPassNumber:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetPassNumberSuccess', admissionId: string, isSet: boolean }
   };

export type RegisterRowFragment = { id: string, displayName: string, status: VolunteerStatus, paused: boolean, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, capacity: number, carrying: number, joined: boolean, ending: { name: string, isAdmission: boolean, validUntil: string, facility: { id: string, name: string } | null } | null };

export type RegisterQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  statuses?: Array<VolunteerStatus> | VolunteerStatus | null | undefined;
  search?: string | null | undefined;
  facilityId?: string | null | undefined;
  kind?: ActivityKind | null | undefined;
  language?: string | null | undefined;
  ending: boolean;
  paused?: boolean | null | undefined;
  joined?: boolean | null | undefined;
}>;


export type RegisterQuery = { register: { totalCount: number, edges: Array<{ node: { id: string, displayName: string, status: VolunteerStatus, paused: boolean, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, capacity: number, carrying: number, joined: boolean, ending: { name: string, isAdmission: boolean, validUntil: string, facility: { id: string, name: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RegisterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RegisterChoicesQuery = { registerChoices: { languages: Array<string>, kinds: Array<ActivityKind>, active: number, notJoined: number, facilities: Array<{ id: string, name: string }> } };

export type FileFragment = { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> };

export type VolunteerFileQueryVariables = Exact<{
  volunteerId: string;
}>;


export type VolunteerFileQuery = { volunteerFile: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } | null };

export type HomePlacesQueryVariables = Exact<{
  typed: string;
}>;


export type HomePlacesQuery = { homePlaces: Array<{ label: string, region: string }> };

export type SetVolunteerPersonMutationVariables = Exact<{
  input: SetVolunteerPersonInput;
}>;


export type SetVolunteerPersonMutation = { setVolunteerPerson:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetVolunteerPersonSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type SetVolunteerWorkMutationVariables = Exact<{
  input: SetVolunteerWorkInput;
}>;


export type SetVolunteerWorkMutation = { setVolunteerWork:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetVolunteerWorkSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type SetVolunteerStatusMutationVariables = Exact<{
  input: SetVolunteerStatusInput;
}>;


export type SetVolunteerStatusMutation = { setVolunteerStatus:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'SetVolunteerStatusSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type CredentialTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type CredentialTypesQuery = { credentialTypes: Array<{ code: string, name: string, hasProfile: boolean, once: boolean, validMonths: number | null }> };

export type RecordCredentialMutationVariables = Exact<{
  input: RecordCredentialInput;
}>;


export type RecordCredentialMutation = { recordCredential:
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RecordCredentialSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type RemoveCredentialMutationVariables = Exact<{
  input: RemoveCredentialInput;
}>;


export type RemoveCredentialMutation = { removeCredential:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RemoveCredentialSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type VisitsToReviewQueryVariables = Exact<{ [key: string]: never; }>;


export type VisitsToReviewQuery = { visitsToReview: Array<{ id: string, confirmed: boolean, startsAt: string, volunteerId: string, volunteerName: string, facility: { id: string, name: string } }> };

export type RequestAdmissionMutationVariables = Exact<{
  input: RequestAdmissionInput;
}>;


export type RequestAdmissionMutation = { requestAdmission:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RequestAdmissionSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type GrantAdmissionMutationVariables = Exact<{
  input: GrantAdmissionInput;
}>;


export type GrantAdmissionMutation = { grantAdmission:
    | { __typename: 'GrantAdmissionSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
    | { __typename: 'InvalidInput', code: string, message: string, field: string }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type RefuseAdmissionMutationVariables = Exact<{
  input: AdmissionInput;
}>;


export type RefuseAdmissionMutation = { refuseAdmission:
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
    | { __typename: 'RefuseAdmissionSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
   };

export type EndAdmissionMutationVariables = Exact<{
  input: AdmissionInput;
}>;


export type EndAdmissionMutation = { endAdmission:
    | { __typename: 'EndAdmissionSuccess', file: { id: string, membershipId: string | null, displayName: string, email: string | null, phone: string | null, gender: Gender | null, place: string | null, languages: Array<string>, littleLanguages: Array<string>, kinds: Array<ActivityKind>, activityDenominations: Array<ActivityDenomination>, capacity: number, carrying: number, joined: boolean, status: VolunteerStatus, statusSince: string, nextStatuses: Array<VolunteerStatus>, pause: { startsOn: string, endsOn: string | null } | null, changes: Array<{ status: VolunteerStatus, since: string, setBy: string | null }>, papers: Array<{ kind: string, name: string, needed: boolean, state: PaperState, validUntil: string | null, shorter: Array<{ state: PaperState, validUntil: string | null, facility: { id: string, name: string } }>, credentials: Array<{ id: string, issuer: string, profile: string | null, validFrom: string, validUntil: string | null, seenOn: string | null, seenBy: string | null }> }>, admissions: Array<{ id: string, answer: AdmissionState, state: PaperState, validFrom: string | null, validUntil: string | null, hasPass: boolean, facility: { id: string, name: string } }>, toAsk: Array<{ id: string, name: string }> } }
    | { __typename: 'NotAllowedNow', code: string, message: string }
    | { __typename: 'NotFound', code: string, message: string }
   };

export type KeptListsQueryVariables = Exact<{
  from?: string | null | undefined;
}>;


export type KeptListsQuery = { myOffers: Array<{ id: string, state: OfferState, expiresAt: string, answeredAt: string | null, createdAt: string, activityKind: ActivityKind, languages: Array<string>, waitingDays: number, distanceKilometres: number | null, matchId: string | null, facility: { id: string, name: string, city: string } }>, myMatches: Array<{ id: string, state: MatchState, activityKind: ActivityKind, pseudonym: string, endedOn: string | null, outsideUntil: string | null, visitsHeld: number, facility: { id: string, name: string, city: string }, detainee: { givenName: string } | null, nextVisit: { id: string, state: VisitState, startsAt: string } | null }>, myVisits: Array<{ id: string, state: VisitState, startsAt: string, endsAt: string, pseudonym: string, givenName: string | null, outside: boolean, matchId: string | null, plannedSetting: VisitSetting, suggestedKilometres: number | null, kilometreRateCents: number | null, facility: { id: string, name: string, city: string }, organisation: { id: string, name: string }, log: { outcome: VisitOutcome, minutes: number } | null }> };

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
  over
}
    `, {"fragmentName":"OwnSession"}) as unknown as TypedDocumentString<OwnSessionFragment, unknown>;
export const DeputyFragmentDoc = new TypedDocumentString(`
    fragment Deputy on Deputy {
  id
  awayName
  deputyName
  startsOn
  endsOn
  current
  awayIsMe
  deputyIsMe
}
    `, {"fragmentName":"Deputy"}) as unknown as TypedDocumentString<DeputyFragment, unknown>;
export const OwnDetailsFragmentDoc = new TypedDocumentString(`
    fragment OwnDetails on MyDetails {
  displayName
  email
  emailVerified
  phone
}
    `, {"fragmentName":"OwnDetails"}) as unknown as TypedDocumentString<OwnDetailsFragment, unknown>;
export const PasskeyRowFragmentDoc = new TypedDocumentString(`
    fragment PasskeyRow on Passkey {
  id
  name
  createdAt
  lastUsedAt
  blocked
}
    `, {"fragmentName":"PasskeyRow"}) as unknown as TypedDocumentString<PasskeyRowFragment, unknown>;
export const MemberRowFragmentDoc = new TypedDocumentString(`
    fragment MemberRow on Member {
  id
  role
  contactPerson
  since
  displayName
  yourself
}
    `, {"fragmentName":"MemberRow"}) as unknown as TypedDocumentString<MemberRowFragment, unknown>;
export const InvitationRowFragmentDoc = new TypedDocumentString(`
    fragment InvitationRow on Invitation {
  id
  role
  contactPerson
  displayName
  email
  expiresAt
  state
  tenant
}
    `, {"fragmentName":"InvitationRow"}) as unknown as TypedDocumentString<InvitationRowFragment, unknown>;
export const RatesFragmentDoc = new TypedDocumentString(`
    fragment Rates on KilometreRates {
  today
  rates {
    fromDay
    cents
    setAt
    setBy
  }
}
    `, {"fragmentName":"Rates"}) as unknown as TypedDocumentString<RatesFragment, unknown>;
export const RoundSettingsFragmentDoc = new TypedDocumentString(`
    fragment RoundSettings on WaveSettings {
  size
  hours
  nightFrom
  nightUntil
  running
}
    `, {"fragmentName":"RoundSettings"}) as unknown as TypedDocumentString<RoundSettingsFragment, unknown>;
export const SsoProviderRowFragmentDoc = new TypedDocumentString(`
    fragment SsoProviderRow on SsoProvider {
  id
  name
  organisationId
  facilityId
  issuer
  clientId
  emailDomains
}
    `, {"fragmentName":"SsoProviderRow"}) as unknown as TypedDocumentString<SsoProviderRowFragment, unknown>;
export const SsoLinkRowFragmentDoc = new TypedDocumentString(`
    fragment SsoLinkRow on SsoLink {
  id
  providerId
  name
  createdAt
  lastUsedAt
}
    `, {"fragmentName":"SsoLinkRow"}) as unknown as TypedDocumentString<SsoLinkRowFragment, unknown>;
export const TenantRowFragmentDoc = new TypedDocumentString(`
    fragment TenantRow on Tenant {
  id
  kind
  name
  city
}
    `, {"fragmentName":"TenantRow"}) as unknown as TypedDocumentString<TenantRowFragment, unknown>;
export const ActivityRowFragmentDoc = new TypedDocumentString(`
    fragment ActivityRow on Activity {
  facilityId
  facility
  activeFrom
  activeUntil
}
    `, {"fragmentName":"ActivityRow"}) as unknown as TypedDocumentString<ActivityRowFragment, unknown>;
export const OwnAvailabilityFragmentDoc = new TypedDocumentString(`
    fragment OwnAvailability on Availability {
  week {
    mornings
    afternoons
    evenings
  }
  visiting {
    mornings
    afternoons
    evenings
  }
  away {
    first
    last
  }
  pause {
    startsOn
    endsOn
  }
  capacity
  carrying
}
    `, {"fragmentName":"OwnAvailability"}) as unknown as TypedDocumentString<OwnAvailabilityFragment, unknown>;
export const CareLineFragmentDoc = new TypedDocumentString(`
    fragment CareLine on CareLine {
  volunteerId
  volunteerName
  phone
  signal
  since
  matchId
  pseudonym
  count
  usual
  byPeople
  months
}
    `, {"fragmentName":"CareLine"}) as unknown as TypedDocumentString<CareLineFragment, unknown>;
export const CareTalkFragmentDoc = new TypedDocumentString(`
    fragment CareTalk on CareTalk {
  id
  signal
  spokenAt
  volunteerId
  volunteerName
  pseudonym
  spokenBy
  mine
}
    `, {"fragmentName":"CareTalk"}) as unknown as TypedDocumentString<CareTalkFragment, unknown>;
export const ReviewFragmentDoc = new TypedDocumentString(`
    fragment Review on MatchReview {
  kind
  day
  moved
  toPlace
  toFacility {
    id
    name
    city
  }
  activeThere
  volunteerLeft
  waits
  admission
  kilometres
  wish
  choice
  together
  met
  successor
  asked
  answer
  togetherAt
}
    `, {"fragmentName":"Review"}) as unknown as TypedDocumentString<ReviewFragment, unknown>;
export const ReviewedFragmentDoc = new TypedDocumentString(`
    fragment Reviewed on Match {
  id
  pseudonym
  wishAfterEnd
  facility {
    id
    name
    city
  }
  volunteer {
    id
    displayName
    place
  }
  review {
    ...Review
    formerly
  }
}
    fragment Review on MatchReview {
  kind
  day
  moved
  toPlace
  toFacility {
    id
    name
    city
  }
  activeThere
  volunteerLeft
  waits
  admission
  kilometres
  wish
  choice
  together
  met
  successor
  asked
  answer
  togetherAt
}`, {"fragmentName":"Reviewed"}) as unknown as TypedDocumentString<ReviewedFragment, unknown>;
export const FitsFragmentDoc = new TypedDocumentString(`
    fragment Fits on Suggestion {
  volunteer {
    id
    displayName
  }
  fit
  reasons
  cares
}
    `, {"fragmentName":"Fits"}) as unknown as TypedDocumentString<FitsFragment, unknown>;
export const ProposedPairFragmentDoc = new TypedDocumentString(`
    fragment ProposedPair on AssignmentPair {
  request {
    id
    pseudonym
    facility {
      id
      name
    }
    activityKind
    languages
    waitingDays
    organisation {
      id
    }
  }
  suggestion {
    ...Fits
  }
  why
  kept
  others {
    suggestion {
      ...Fits
    }
    takenFor
  }
}
    fragment Fits on Suggestion {
  volunteer {
    id
    displayName
  }
  fit
  reasons
  cares
}`, {"fragmentName":"ProposedPair"}) as unknown as TypedDocumentString<ProposedPairFragment, unknown>;
export const WeightsFragmentDoc = new TypedDocumentString(`
    fragment Weights on MatchingWeights {
  language
  fluency
  distance
  days
  load
  waiting
  continuity
  newcomer
}
    `, {"fragmentName":"Weights"}) as unknown as TypedDocumentString<WeightsFragment, unknown>;
export const SentMessageFragmentDoc = new TypedDocumentString(`
    fragment SentMessage on SentMessage {
  id
  text
  createdAt
  cancelledAt
  sentBy
  mine
  counts {
    state
    count
  }
}
    `, {"fragmentName":"SentMessage"}) as unknown as TypedDocumentString<SentMessageFragment, unknown>;
export const CorrectionLineFragmentDoc = new TypedDocumentString(`
    fragment CorrectionLine on Correction {
  id
  item
  wanted
  dueOn
  outcome
  reason
  answeredAt
  volunteerName
}
    `, {"fragmentName":"CorrectionLine"}) as unknown as TypedDocumentString<CorrectionLineFragment, unknown>;
export const VisitToCorrectFragmentDoc = new TypedDocumentString(`
    fragment VisitToCorrect on Visit {
  id
  startsAt
  endsAt
  facility {
    id
    name
  }
  outside
  plannedSetting
  cancelSide
  cancelCause
  kilometreRateCents
  log {
    outcome
    minutes
    setting
    travelKilometres
    loggedAt
    loggedBy
  }
}
    `, {"fragmentName":"VisitToCorrect"}) as unknown as TypedDocumentString<VisitToCorrectFragment, unknown>;
export const PushStateFragmentDoc = new TypedDocumentString(`
    fragment PushState on Push {
  publicKey
  devices {
    id
    current
    gone
  }
  quietHours {
    from
    until
  }
  kinds
  mutedKinds
  letters
  letterTo
}
    `, {"fragmentName":"PushState"}) as unknown as TypedDocumentString<PushStateFragment, unknown>;
export const CountedVisitFragmentDoc = new TypedDocumentString(`
    fragment CountedVisit on OverviewVisit {
  id
  startsAt
  facility {
    id
    name
  }
  volunteerId
  volunteerName
  minutes
  side
  cause
  outside
}
    `, {"fragmentName":"CountedVisit"}) as unknown as TypedDocumentString<CountedVisitFragment, unknown>;
export const CountedInvitationFragmentDoc = new TypedDocumentString(`
    fragment CountedInvitation on OverviewInvitation {
  id
  madeAt
  overAt
  facility {
    id
    name
  }
  requestId
  volunteerId
  volunteerName
  answer
}
    `, {"fragmentName":"CountedInvitation"}) as unknown as TypedDocumentString<CountedInvitationFragment, unknown>;
export const RoundsFragmentDoc = new TypedDocumentString(`
    fragment Rounds on Waves {
  id
  size
  hours
  nextAt
  endReason
  sent
}
    `, {"fragmentName":"Rounds"}) as unknown as TypedDocumentString<RoundsFragment, unknown>;
export const ProposalFragmentDoc = new TypedDocumentString(`
    fragment Proposal on HandOver {
  id
  organisation {
    id
    name
  }
  to {
    id
    name
  }
  proposedAt
  expiresAt
  incoming
}
    `, {"fragmentName":"Proposal"}) as unknown as TypedDocumentString<ProposalFragment, unknown>;
export const InboxRequestFragmentDoc = new TypedDocumentString(`
    fragment InboxRequest on VisitRequest {
  id
  state
  pseudonym
  facility {
    id
    code
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
  waves {
    ...Rounds
  }
  handOver {
    ...Proposal
  }
}
    fragment Proposal on HandOver {
  id
  organisation {
    id
    name
  }
  to {
    id
    name
  }
  proposedAt
  expiresAt
  incoming
}
fragment Rounds on Waves {
  id
  size
  hours
  nextAt
  endReason
  sent
}`, {"fragmentName":"InboxRequest"}) as unknown as TypedDocumentString<InboxRequestFragment, unknown>;
export const AskedOneFragmentDoc = new TypedDocumentString(`
    fragment AskedOne on Offer {
  id
  state
  expiresAt
  answeredAt
  volunteer {
    id
    displayName
  }
}
    `, {"fragmentName":"AskedOne"}) as unknown as TypedDocumentString<AskedOneFragment, unknown>;
export const RequestOffersFragmentDoc = new TypedDocumentString(`
    fragment RequestOffers on VisitRequest {
  offers {
    ...AskedOne
  }
}
    fragment AskedOne on Offer {
  id
  state
  expiresAt
  answeredAt
  volunteer {
    id
    displayName
  }
}`, {"fragmentName":"RequestOffers"}) as unknown as TypedDocumentString<RequestOffersFragment, unknown>;
export const CountedFragmentDoc = new TypedDocumentString(`
    fragment Counted on InboxCount {
  value
  count
}
    `, {"fragmentName":"Counted"}) as unknown as TypedDocumentString<CountedFragment, unknown>;
export const KeptViewFragmentDoc = new TypedDocumentString(`
    fragment KeptView on InboxView {
  id
  name
  facility
  language
  activityKind
  whose
  standing
  waitingDays
  waitingAtMost
  opensFirst
}
    `, {"fragmentName":"KeptView"}) as unknown as TypedDocumentString<KeptViewFragment, unknown>;
export const OwnRequestFragmentDoc = new TypedDocumentString(`
    fragment OwnRequest on VisitRequest {
  id
  state
  pseudonym
  activityKind
  activityDenomination
  languages
  volunteerGender
  note
  waitingDays
  createdAt
  nameErased
  released
  personReleased
  leaving {
    id
    kind
    day
  }
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
  seriesId
}
    `, {"fragmentName":"DeskVisit"}) as unknown as TypedDocumentString<DeskVisitFragment, unknown>;
export const RhythmFragmentDoc = new TypedDocumentString(`
    fragment Rhythm on VisitSeries {
  id
  everyWeeks
  weekday
  startsAt
  minutes
  rests
}
    `, {"fragmentName":"Rhythm"}) as unknown as TypedDocumentString<RhythmFragment, unknown>;
export const OccurrenceFragmentDoc = new TypedDocumentString(`
    fragment Occurrence on SeriesOccurrence {
  day
  startsAt
  endsAt
  moved
  state
  hindrance
  closedBecause
  holiday
  visitId
}
    `, {"fragmentName":"Occurrence"}) as unknown as TypedDocumentString<OccurrenceFragment, unknown>;
export const ImportedRowFragmentDoc = new TypedDocumentString(`
    fragment ImportedRow on ImportedPerson {
  id
  displayName
  email
  status
  state
  invitedAt
  expiresAt
  canInvite
}
    `, {"fragmentName":"ImportedRow"}) as unknown as TypedDocumentString<ImportedRowFragment, unknown>;
export const ImportedTallyFragmentDoc = new TypedDocumentString(`
    fragment ImportedTally on ImportedCounts {
  states {
    state
    people
  }
  canInvite
  minutes
}
    `, {"fragmentName":"ImportedTally"}) as unknown as TypedDocumentString<ImportedTallyFragment, unknown>;
export const NoteFragmentDoc = new TypedDocumentString(`
    fragment Note on VolunteerNote {
  id
  note
  writtenAt
  writtenBy
}
    `, {"fragmentName":"Note"}) as unknown as TypedDocumentString<NoteFragment, unknown>;
export const PolicyFragmentDoc = new TypedDocumentString(`
    fragment Policy on PaperPolicy {
  papers {
    code
    name
    nameEn
    hasProfile
    once
    validMonths
    ending
  }
  requirements {
    activityKind
    kind
    facilityId
  }
  validities {
    kind
    facilityId
    validMonths
  }
  facilities {
    id
    name
  }
}
    `, {"fragmentName":"Policy"}) as unknown as TypedDocumentString<PolicyFragment, unknown>;
export const ReadingFragmentDoc = new TypedDocumentString(`
    fragment Reading on FileReading {
  id
  at
  readerName
  part
  facilityName
}
    `, {"fragmentName":"Reading"}) as unknown as TypedDocumentString<ReadingFragment, unknown>;
export const EmergencyFragmentDoc = new TypedDocumentString(`
    fragment Emergency on EmergencyContact {
  name
  phone
  relation
  setAt
  byThemselves
}
    `, {"fragmentName":"Emergency"}) as unknown as TypedDocumentString<EmergencyFragment, unknown>;
export const RegisterRowFragmentDoc = new TypedDocumentString(`
    fragment RegisterRow on RegisterEntry {
  id
  displayName
  status
  paused
  place
  languages
  littleLanguages
  kinds
  capacity
  carrying
  joined
  ending {
    name
    isAdmission
    facility {
      id
      name
    }
    validUntil
  }
}
    `, {"fragmentName":"RegisterRow"}) as unknown as TypedDocumentString<RegisterRowFragment, unknown>;
export const FileFragmentDoc = new TypedDocumentString(`
    fragment File on VolunteerFile {
  id
  membershipId
  displayName
  email
  phone
  gender
  place
  languages
  littleLanguages
  kinds
  activityDenominations
  capacity
  carrying
  joined
  status
  statusSince
  nextStatuses
  pause {
    startsOn
    endsOn
  }
  changes {
    status
    since
    setBy
  }
  papers {
    kind
    name
    needed
    state
    validUntil
    shorter {
      facility {
        id
        name
      }
      state
      validUntil
    }
    credentials {
      id
      issuer
      profile
      validFrom
      validUntil
      seenOn
      seenBy
    }
  }
  admissions {
    id
    facility {
      id
      name
    }
    answer
    state
    validFrom
    validUntil
    hasPass
  }
  toAsk {
    id
    name
  }
}
    `, {"fragmentName":"File"}) as unknown as TypedDocumentString<FileFragment, unknown>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:6c5469fdceb8813d6a7a1ac6f4ad82a7836d11d7e5a2f15e4d302f3679de2453"}} as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SetLocaleDocument = {"__meta__":{"hash":"sha256:ced0191c32cc140162a03b588a2e6c4c7d5f1e518c62de04fbd1f43ee7b16bf5"}} as unknown as TypedDocumentString<SetLocaleMutation, SetLocaleMutationVariables>;
export const MySessionsDocument = {"__meta__":{"hash":"sha256:0e7575e06900021d745d1ffcfed51175c1fd400ebfaf5c4c475da8b07685322e"}} as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const EndSessionDocument = {"__meta__":{"hash":"sha256:b77646dc45151d20830b21178856ad5ddb7ef56537cbd9c37c27dbef25ebff7e"}} as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = {"__meta__":{"hash":"sha256:e5ea127fbc956432fe93334b5cbca0995b3a179c72996eab81982232958a4fc3"}} as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const SwitchMembershipDocument = {"__meta__":{"hash":"sha256:1d8035073f96bcd1a94ede1af2c3e3b2b44acf3c13f94c09c0a010c629b46f21"}} as unknown as TypedDocumentString<SwitchMembershipMutation, SwitchMembershipMutationVariables>;
export const DeputiesDocument = {"__meta__":{"hash":"sha256:87a4a434fac1b7573675f9274409c7585004cb53eb902420f2b29ee68e048e2c"}} as unknown as TypedDocumentString<DeputiesQuery, DeputiesQueryVariables>;
export const ColleaguesDocument = {"__meta__":{"hash":"sha256:3ed25933c6b89f3867cf990f3d09cb29c003469b72d8fb119384f7ed102b94ae"}} as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const NameDeputyDocument = {"__meta__":{"hash":"sha256:ebb618f1b564adc0f90e3689c1da980012af2807fd5da907f24123047726ff4e"}} as unknown as TypedDocumentString<NameDeputyMutation, NameDeputyMutationVariables>;
export const EndDeputyDocument = {"__meta__":{"hash":"sha256:3b593369a854a32a50cebb074a347609331a6396adc939b128945b2dc9653779"}} as unknown as TypedDocumentString<EndDeputyMutation, EndDeputyMutationVariables>;
export const MyDetailsDocument = {"__meta__":{"hash":"sha256:b7a647227807fc68169d8c4595ff0517a89a905bbf6ecf13fbd0d0dbe3e91ffa"}} as unknown as TypedDocumentString<MyDetailsQuery, MyDetailsQueryVariables>;
export const SetMyDetailsDocument = {"__meta__":{"hash":"sha256:dcf2617d2310899279ab2fb4c9b5fe152cac5feba8123ef21362279b52994dd2"}} as unknown as TypedDocumentString<SetMyDetailsMutation, SetMyDetailsMutationVariables>;
export const MyPasskeysDocument = {"__meta__":{"hash":"sha256:31e8c13a6bb6d4c9300983df4b9167759dce6ff2c9fae87cc265bac3dc751f58"}} as unknown as TypedDocumentString<MyPasskeysQuery, MyPasskeysQueryVariables>;
export const RenamePasskeyDocument = {"__meta__":{"hash":"sha256:65ae22c6f486c739eda5868416c59e350575ec887f8539a435dbc36e003b414d"}} as unknown as TypedDocumentString<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RemovePasskeyDocument = {"__meta__":{"hash":"sha256:5fa3c5e8b58cebe1b9ec296f5eaec376fdd817ca6ad25b50c6285265ba4b382a"}} as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const PeopleDocument = {"__meta__":{"hash":"sha256:3eae4c85378a340ca5aaefaa94b383af36863c32633dea68f6425948201bbc31"}} as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const TenantPeopleDocument = {"__meta__":{"hash":"sha256:71a6d76892361e8ebf2fdd22a39132e5da9964caa34f350ffc30c6dd7904c2f9"}} as unknown as TypedDocumentString<TenantPeopleQuery, TenantPeopleQueryVariables>;
export const OpenInvitationsDocument = {"__meta__":{"hash":"sha256:8cc1d87afd29fdb900e2eeff22b9814fbf4a5e4f608c9874abeb423f3bb1c437"}} as unknown as TypedDocumentString<OpenInvitationsQuery, OpenInvitationsQueryVariables>;
export const InvitePersonDocument = {"__meta__":{"hash":"sha256:cf6c7bdc27befca5a1e9600f10f52fa101183953b7130a04a5d0c820ae167b2e"}} as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const ResendInvitationDocument = {"__meta__":{"hash":"sha256:8a1dc64486996be6e53f6ab6b66a3a6795036f54a635390e7ffed7662f2392f5"}} as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const ShowInvitationDocument = {"__meta__":{"hash":"sha256:3878579fb37ad8d943b25610119e40ecb8c36098d1e033ec52b765de99879662"}} as unknown as TypedDocumentString<ShowInvitationMutation, ShowInvitationMutationVariables>;
export const WithdrawInvitationDocument = {"__meta__":{"hash":"sha256:e88ba082b5e1cfff6884cccf244c0042375ee4f929b92eadca7e215c91c28a27"}} as unknown as TypedDocumentString<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const LeavingDocument = {"__meta__":{"hash":"sha256:9bb81c645364b3c0d0df84c06f9debe91d44c899bcc20d930440ddc2aa61f9cc"}} as unknown as TypedDocumentString<LeavingQuery, LeavingQueryVariables>;
export const EndMembershipDocument = {"__meta__":{"hash":"sha256:4ab69da931ddb61e0932ba451e335e34091e5ed5a9b6bd817976dbb6e615908d"}} as unknown as TypedDocumentString<EndMembershipMutation, EndMembershipMutationVariables>;
export const MakeCoordinatorDocument = {"__meta__":{"hash":"sha256:58cb121faec4569272cf70677bdbed251ec20e4f5e1bf36ffeac23c6cedbf108"}} as unknown as TypedDocumentString<MakeCoordinatorMutation, MakeCoordinatorMutationVariables>;
export const SetContactPersonDocument = {"__meta__":{"hash":"sha256:b53cc126805be48f1db10d5507639c1c113c053a345591f4bd1ecd64a2010199"}} as unknown as TypedDocumentString<SetContactPersonMutation, SetContactPersonMutationVariables>;
export const MyRecoveryDocument = {"__meta__":{"hash":"sha256:d4dcc8e9c3fb45ce1a958b4cc21ecab6076d6d10857893f64b73fd318c7a360f"}} as unknown as TypedDocumentString<MyRecoveryQuery, MyRecoveryQueryVariables>;
export const RecoveriesToHelpDocument = {"__meta__":{"hash":"sha256:079ef7005aa34610c113914fa95aea88bde347233094cb42d8a15f4bb050751a"}} as unknown as TypedDocumentString<RecoveriesToHelpQuery, RecoveriesToHelpQueryVariables>;
export const PeopleToHelpDocument = {"__meta__":{"hash":"sha256:5e27aba56dea113628cc99e64bd5cb960c1a94434c14ae3b166e83877601d0be"}} as unknown as TypedDocumentString<PeopleToHelpQuery, PeopleToHelpQueryVariables>;
export const StartRecoveryDocument = {"__meta__":{"hash":"sha256:bba36c7270bb83043be0566a55f651cbd889d4e8f5d217b9760f33a81f38086c"}} as unknown as TypedDocumentString<StartRecoveryMutation, StartRecoveryMutationVariables>;
export const ConfirmRecoveryDocument = {"__meta__":{"hash":"sha256:25cd6f204472d9fcad16113228931d9e166c87751c6431cbb12051edab499898"}} as unknown as TypedDocumentString<ConfirmRecoveryMutation, ConfirmRecoveryMutationVariables>;
export const StopRecoveryDocument = {"__meta__":{"hash":"sha256:b13ed680a7551e862511a30b4164c0b27ea82e262a49346786a83d7994d6d7eb"}} as unknown as TypedDocumentString<StopRecoveryMutation, StopRecoveryMutationVariables>;
export const SettingsDocument = {"__meta__":{"hash":"sha256:774ff092690eb383b3cd914b6891d5f0fb054b70e1aead92b35a9d7deb4e4ab2"}} as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const SetKilometreRateDocument = {"__meta__":{"hash":"sha256:20fb8cef4a547a9ffab3b53b92ced55255a8f1c2dd2a3b696e94a9cb5f7fc949"}} as unknown as TypedDocumentString<SetKilometreRateMutation, SetKilometreRateMutationVariables>;
export const RemoveKilometreRateDocument = {"__meta__":{"hash":"sha256:650b0b0b69d3880c521be6c4b9262a4fc78b3c4a3fb19d6dfc977a5ecc47089b"}} as unknown as TypedDocumentString<RemoveKilometreRateMutation, RemoveKilometreRateMutationVariables>;
export const SetUsualWeeksDocument = {"__meta__":{"hash":"sha256:5bfbcca74783d8059c4a91b1c32f99635d06e8d175437f2c359b1e645a61b164"}} as unknown as TypedDocumentString<SetUsualWeeksMutation, SetUsualWeeksMutationVariables>;
export const SetUsualWavesDocument = {"__meta__":{"hash":"sha256:3b1bfd3b48cbd6356c3322caf5fa069bafe054fa12a5440ebf5b73ff7ccd10d3"}} as unknown as TypedDocumentString<SetUsualWavesMutation, SetUsualWavesMutationVariables>;
export const SetNightDocument = {"__meta__":{"hash":"sha256:898f8d5953a3bc98d9c9cbca4d50b1604e2c377200101a0d3b51575f932fb1ce"}} as unknown as TypedDocumentString<SetNightMutation, SetNightMutationVariables>;
export const UsualWavesDocument = {"__meta__":{"hash":"sha256:a6db320fcb3af49dc1108c30558c7a524aa2dbbb95c2da6d7840b0e9880db829"}} as unknown as TypedDocumentString<UsualWavesQuery, UsualWavesQueryVariables>;
export const SsoProvidersDocument = {"__meta__":{"hash":"sha256:40916486a96391e5da6681f2fea0b8504c11321c417e5f9a8e7e0824bbdbab69"}} as unknown as TypedDocumentString<SsoProvidersQuery, SsoProvidersQueryVariables>;
export const SetSsoProviderDocument = {"__meta__":{"hash":"sha256:1e2fcee82a93a755f11d10545837e6314c6dfae17c611ee1b3bb98d4e60af02d"}} as unknown as TypedDocumentString<SetSsoProviderMutation, SetSsoProviderMutationVariables>;
export const EndSsoProviderDocument = {"__meta__":{"hash":"sha256:b9323e71105dc1b3632869c4aff9a312a704ec6ed97fd37b441a73f2ab044462"}} as unknown as TypedDocumentString<EndSsoProviderMutation, EndSsoProviderMutationVariables>;
export const MySsoLinksDocument = {"__meta__":{"hash":"sha256:2fccbf5c40c0e5ac08f21c9019f0c888fdd847e42184684972e7611583098e7c"}} as unknown as TypedDocumentString<MySsoLinksQuery, MySsoLinksQueryVariables>;
export const UnlinkSsoDocument = {"__meta__":{"hash":"sha256:2995bd04ca7733ed304de5dcbea59aabf8731bf10433bfd6b9a10a901053ebfd"}} as unknown as TypedDocumentString<UnlinkSsoMutation, UnlinkSsoMutationVariables>;
export const TenantsDocument = {"__meta__":{"hash":"sha256:d7fde7824104a000d35b83646d0058c1273d165642d5956f25be73e293f029a4"}} as unknown as TypedDocumentString<TenantsQuery, TenantsQueryVariables>;
export const ActivitiesDocument = {"__meta__":{"hash":"sha256:44de4845c57b8d5f95859b34b6674be95720b7076b13e568bc483791d7ed354b"}} as unknown as TypedDocumentString<ActivitiesQuery, ActivitiesQueryVariables>;
export const InviteToTenantDocument = {"__meta__":{"hash":"sha256:ca7117d16d4cf96b09dee302b5431ab15ab0fdd027093f6fbef171557456b980"}} as unknown as TypedDocumentString<InviteToTenantMutation, InviteToTenantMutationVariables>;
export const CreateOrganisationDocument = {"__meta__":{"hash":"sha256:4145b880ffb2f3dc2bb593901f078065f81c7a3f6a116fce0908df5234307385"}} as unknown as TypedDocumentString<CreateOrganisationMutation, CreateOrganisationMutationVariables>;
export const CreateFacilityDocument = {"__meta__":{"hash":"sha256:f938ee43bcc6c3b9dd58ace9459c1dc289fcb4436e2f2a6b59ae4dfcd4f85cb5"}} as unknown as TypedDocumentString<CreateFacilityMutation, CreateFacilityMutationVariables>;
export const CreateFunderDocument = {"__meta__":{"hash":"sha256:02813852a2d607a6031b53c02d0abac8c7c64d0ac3183e188a8a0f75eb6482f6"}} as unknown as TypedDocumentString<CreateFunderMutation, CreateFunderMutationVariables>;
export const SetActivityDocument = {"__meta__":{"hash":"sha256:7a082e07adae7c2fc2d13480163de53b01ef4911ab35285b8388e7fe13a79b2e"}} as unknown as TypedDocumentString<SetActivityMutation, SetActivityMutationVariables>;
export const NameReadingsDocument = {"__meta__":{"hash":"sha256:bb0ce8bfa62cc5b99d3b7e78c772919fb4b98ecee9baf8e160837cef48e53dda"}} as unknown as TypedDocumentString<NameReadingsQuery, NameReadingsQueryVariables>;
export const ForeignAttemptsDocument = {"__meta__":{"hash":"sha256:105abe7182cae429b1819d372930091666e765c1e646db24513138ba8f11b6ac"}} as unknown as TypedDocumentString<ForeignAttemptsQuery, ForeignAttemptsQueryVariables>;
export const OpenedFilesDocument = {"__meta__":{"hash":"sha256:ad71698845e2f59391ebc95294ae663b1b9e76edd2ff6ad7cb5b36b7f207355d"}} as unknown as TypedDocumentString<OpenedFilesQuery, OpenedFilesQueryVariables>;
export const MyAvailabilityDocument = {"__meta__":{"hash":"sha256:23c6073fda4c06222d0b020d31de0cc3c3f541017f07745491d903ab3c871913"}} as unknown as TypedDocumentString<MyAvailabilityQuery, MyAvailabilityQueryVariables>;
export const MyAbsenceDocument = {"__meta__":{"hash":"sha256:bb376ab899152702a6c59e97f401d8f6acb2867adef1b3170b282b8b21e24563"}} as unknown as TypedDocumentString<MyAbsenceQuery, MyAbsenceQueryVariables>;
export const SetWeekDocument = {"__meta__":{"hash":"sha256:f0445c1dedc8c29fb51da23fe4f9476ced664d5ba914dcd59957dd3fc0d2f715"}} as unknown as TypedDocumentString<SetWeekMutation, SetWeekMutationVariables>;
export const SetCapacityDocument = {"__meta__":{"hash":"sha256:e4382df602c032b21fe02ecc99f9751daa68d7a8de4b492120db6d11de6f886a"}} as unknown as TypedDocumentString<SetCapacityMutation, SetCapacityMutationVariables>;
export const AddAwayDocument = {"__meta__":{"hash":"sha256:f440fd3d8b587e5f0a4b259b8e13b682dc208bef4530da21313a27ce47089154"}} as unknown as TypedDocumentString<AddAwayMutation, AddAwayMutationVariables>;
export const RemoveAwayDocument = {"__meta__":{"hash":"sha256:2e638fa253025102a3765022e5f1d732be44dafdf4090a8e668dd639a3cfb828"}} as unknown as TypedDocumentString<RemoveAwayMutation, RemoveAwayMutationVariables>;
export const StartPauseDocument = {"__meta__":{"hash":"sha256:1619a88a01f461a9ec0f8291122aa17720ba85a8b6b8e3fa007eb303032516a1"}} as unknown as TypedDocumentString<StartPauseMutation, StartPauseMutationVariables>;
export const EndPauseDocument = {"__meta__":{"hash":"sha256:6a82f7c7afb8d482e6e91771c36ca275f7cde583d4feaf5878e957904b6d5187"}} as unknown as TypedDocumentString<EndPauseMutation, EndPauseMutationVariables>;
export const PausedMatchesDocument = {"__meta__":{"hash":"sha256:39fbe82a2c46d9be526b6e53efb644a96d4971a33060afde65587a478e4d0b77"}} as unknown as TypedDocumentString<PausedMatchesQuery, PausedMatchesQueryVariables>;
export const VolunteerAvailabilityDocument = {"__meta__":{"hash":"sha256:b7f1ff28a6138fa9ebd930103a253a5a48b959200faa5824ab87a9737a36f100"}} as unknown as TypedDocumentString<VolunteerAvailabilityQuery, VolunteerAvailabilityQueryVariables>;
export const VolunteerAbsenceDocument = {"__meta__":{"hash":"sha256:a17cf0f396d05bae09c4274e84292e79e7a407a6d68f9689d63c7ad74a0d1cc1"}} as unknown as TypedDocumentString<VolunteerAbsenceQuery, VolunteerAbsenceQueryVariables>;
export const MyCallRequestDocument = {"__meta__":{"hash":"sha256:175beb7eba7b1474e7f87b75148990d1ac3a93ae28c72891e0e43974d891c958"}} as unknown as TypedDocumentString<MyCallRequestQuery, MyCallRequestQueryVariables>;
export const CallRequestsDocument = {"__meta__":{"hash":"sha256:215fdc54a01d8f6d1dc67de857fde18724b17e3bbaa77a693e9bba6e6d8485af"}} as unknown as TypedDocumentString<CallRequestsQuery, CallRequestsQueryVariables>;
export const AskForCallDocument = {"__meta__":{"hash":"sha256:c6560a93ef4d3f0cb2896916737b3c803e98a6c0a0a8c888b5578cfa397ed02a"}} as unknown as TypedDocumentString<AskForCallMutation, AskForCallMutationVariables>;
export const WithdrawCallRequestDocument = {"__meta__":{"hash":"sha256:d9b1139bf66ca5638875d6338c8881cecfeb0452947577703ff387c351bf788b"}} as unknown as TypedDocumentString<WithdrawCallRequestMutation, WithdrawCallRequestMutationVariables>;
export const TakeCallRequestDocument = {"__meta__":{"hash":"sha256:4cd0176758abd4e17e7b1cc2fbf6044431548fac067f9996b1e19af4f54e0da4"}} as unknown as TypedDocumentString<TakeCallRequestMutation, TakeCallRequestMutationVariables>;
export const MarkCalledDocument = {"__meta__":{"hash":"sha256:01eefcf0fd2b1d3d5cc8214ab61445b642fac81c75cb55e32b5510a6cf9cb961"}} as unknown as TypedDocumentString<MarkCalledMutation, MarkCalledMutationVariables>;
export const UndoCalledDocument = {"__meta__":{"hash":"sha256:4c70f0193a9934ef19272ad18a9f723ed8915be2d207fc5f8cf82aad751e985b"}} as unknown as TypedDocumentString<UndoCalledMutation, UndoCalledMutationVariables>;
export const CareDocument = {"__meta__":{"hash":"sha256:bba87f7cf9281927e727327d8472257f8c0a71eede5979cc71cd24434bea75c8"}} as unknown as TypedDocumentString<CareQuery, CareQueryVariables>;
export const CareLinesDocument = {"__meta__":{"hash":"sha256:6c22273cba5479ad45aca609341762a9cd80d361130c554b6226aae4bc81d23a"}} as unknown as TypedDocumentString<CareLinesQuery, CareLinesQueryVariables>;
export const CareCountsDocument = {"__meta__":{"hash":"sha256:683d50280cd789e9a21d589f0b0faa037aa36ed688c7c8456fb6f73be58a6007"}} as unknown as TypedDocumentString<CareCountsQuery, CareCountsQueryVariables>;
export const CareOfDocument = {"__meta__":{"hash":"sha256:4a3a2a0be6300a0c3cae39338269b14e67d8d14896b59cdaa835651668c53fd1"}} as unknown as TypedDocumentString<CareOfQuery, CareOfQueryVariables>;
export const MarkSpokenDocument = {"__meta__":{"hash":"sha256:d507fe32c4009ace0c976bb92d665f8cbb4723802be4c8edb49bcf5666513003"}} as unknown as TypedDocumentString<MarkSpokenMutation, MarkSpokenMutationVariables>;
export const UndoSpokenDocument = {"__meta__":{"hash":"sha256:ffc1063879bfcb7dd3d593303da4300cba50db377454983057259494beb40a84"}} as unknown as TypedDocumentString<UndoSpokenMutation, UndoSpokenMutationVariables>;
export const DeparturesDocument = {"__meta__":{"hash":"sha256:0a6b888d744bc3792ed7565c9a4f72ffdeafee41f0199ce32b5ae46ecb09d779"}} as unknown as TypedDocumentString<DeparturesQuery, DeparturesQueryVariables>;
export const OtherFacilitiesDocument = {"__meta__":{"hash":"sha256:56d495d1287bbab0dc539c7df521e98e416a2f3d049f9bff15a24d4d28fd1ea6"}} as unknown as TypedDocumentString<OtherFacilitiesQuery, OtherFacilitiesQueryVariables>;
export const ReportDepartureDocument = {"__meta__":{"hash":"sha256:ca4e8c25a318f16e4fed89c714e27d4ca21e18367e5f946285665c29086c4f2d"}} as unknown as TypedDocumentString<ReportDepartureMutation, ReportDepartureMutationVariables>;
export const UndoDepartureDocument = {"__meta__":{"hash":"sha256:240a04e8404c303375cd041a2eedeaa8452cc96172c6cd27cb165e55eea4da09"}} as unknown as TypedDocumentString<UndoDepartureMutation, UndoDepartureMutationVariables>;
export const MatchesInReviewDocument = {"__meta__":{"hash":"sha256:33b0704501a7bb5dc418a77b1569b0fd1edc9151643881c81518a88b4d3054eb"}} as unknown as TypedDocumentString<MatchesInReviewQuery, MatchesInReviewQueryVariables>;
export const MatchesOutsideDocument = {"__meta__":{"hash":"sha256:eaf4888c4702a0ff5e3b2b2fe984072b0c2d38cfe2814da52ac4a75609056f7d"}} as unknown as TypedDocumentString<MatchesOutsideQuery, MatchesOutsideQueryVariables>;
export const KeepMatchDocument = {"__meta__":{"hash":"sha256:8b52e0415e18817aa6e43de158a7827092877ba7a10dc941dd3710282f0a02d9"}} as unknown as TypedDocumentString<KeepMatchMutation, KeepMatchMutationVariables>;
export const HandOverMatchDocument = {"__meta__":{"hash":"sha256:338b9c6a4c5b64a9445b08c10ffc309059daeaf83e4deff2f33a247feaf1c10e"}} as unknown as TypedDocumentString<HandOverMatchMutation, HandOverMatchMutationVariables>;
export const HandBackMatchDocument = {"__meta__":{"hash":"sha256:eb318f10646e55507c1011107dc5e71843810c53414f0e76772ffa7c07234aaa"}} as unknown as TypedDocumentString<HandBackMatchMutation, HandBackMatchMutationVariables>;
export const NearHomeDocument = {"__meta__":{"hash":"sha256:5a6ad98f07899779a52c5295d41168c361dba9715dcf0e7b2ac564159b9c825c"}} as unknown as TypedDocumentString<NearHomeQuery, NearHomeQueryVariables>;
export const AnswerTakeOverDocument = {"__meta__":{"hash":"sha256:4b65f27dc76e2e7bbecf1a92c95e50b879f75153e0c5cb8e1a462a8acd63f66d"}} as unknown as TypedDocumentString<AnswerTakeOverMutation, AnswerTakeOverMutationVariables>;
export const TaperMatchDocument = {"__meta__":{"hash":"sha256:13fd99397c32c044d99ff7363e446962cec9def97655879b33efc9d65766ed00"}} as unknown as TypedDocumentString<TaperMatchMutation, TaperMatchMutationVariables>;
export const MyMatchReviewDocument = {"__meta__":{"hash":"sha256:7c94f9a48de7c236a1d0efb6ad4e46ce0470b17a9882080ecb13211bfba133ac"}} as unknown as TypedDocumentString<MyMatchReviewQuery, MyMatchReviewQueryVariables>;
export const SayWishDocument = {"__meta__":{"hash":"sha256:21626698c531bf1dacf08831d710f8ec3604f2392490ad41c7fdd68b9c4702bf"}} as unknown as TypedDocumentString<SayWishMutation, SayWishMutationVariables>;
export const NoteMeetingDocument = {"__meta__":{"hash":"sha256:4eb768bb4001a967c010f2f43a1724ae36ebf548c4211e2f1053d3e5b2872ab5"}} as unknown as TypedDocumentString<NoteMeetingMutation, NoteMeetingMutationVariables>;
export const AssignmentPreviewDocument = {"__meta__":{"hash":"sha256:f8820494bdab7ae1c73289abdf4a7659118be4b438ae0309cf9570afe9ef5044"}} as unknown as TypedDocumentString<AssignmentPreviewQuery, AssignmentPreviewQueryVariables>;
export const OfferAssignmentDocument = {"__meta__":{"hash":"sha256:4c7fdbc0607cbed0b13ddbfc2aa51f69db46e30d7314a9664acf4c2111fb0046"}} as unknown as TypedDocumentString<OfferAssignmentMutation, OfferAssignmentMutationVariables>;
export const MatchingWeightsDocument = {"__meta__":{"hash":"sha256:c53fdb4f7cd6ef8c48f9cbcf826b8343d946baf4f012beb889205e57b448346e"}} as unknown as TypedDocumentString<MatchingWeightsQuery, MatchingWeightsQueryVariables>;
export const AssignmentWithWeightsDocument = {"__meta__":{"hash":"sha256:1ea94d11a6bed466c403e29a5b7c358c4ee4e785e408cdb2d10a499b544372a0"}} as unknown as TypedDocumentString<AssignmentWithWeightsQuery, AssignmentWithWeightsQueryVariables>;
export const SetMatchingWeightsDocument = {"__meta__":{"hash":"sha256:94552a179ae8e202dd66234b96d68b0d1c5a2bd9045f390dc72b62d693e30645"}} as unknown as TypedDocumentString<SetMatchingWeightsMutation, SetMatchingWeightsMutationVariables>;
export const OrganisationMatchesDocument = {"__meta__":{"hash":"sha256:93f5273614e52d1e1806cbbae4d2e332484aa98ad26af7ed9d7b392ee84aac5c"}} as unknown as TypedDocumentString<OrganisationMatchesQuery, OrganisationMatchesQueryVariables>;
export const EndMatchAtDeskDocument = {"__meta__":{"hash":"sha256:200cbbf96eb973a6a044039976727548729da18ae46311977ccf99e13ceaa3c0"}} as unknown as TypedDocumentString<EndMatchAtDeskMutation, EndMatchAtDeskMutationVariables>;
export const MyMatchesDocument = {"__meta__":{"hash":"sha256:677464de93ea1cb53824091df3f43544a2ef533b906369e1c3cdc27e1f765061"}} as unknown as TypedDocumentString<MyMatchesQuery, MyMatchesQueryVariables>;
export const MyMatchDocument = {"__meta__":{"hash":"sha256:19ef9943d67593173cae257a793a58c985127c0425d2afb5f0943271eca10210"}} as unknown as TypedDocumentString<MyMatchQuery, MyMatchQueryVariables>;
export const VisitingMomentsDocument = {"__meta__":{"hash":"sha256:9d9957dab32706d9edf2c2a3d7ce123a438d12e9725aa4ad96f2e57817829eee"}} as unknown as TypedDocumentString<VisitingMomentsQuery, VisitingMomentsQueryVariables>;
export const ProposeVisitDocument = {"__meta__":{"hash":"sha256:9518b13c6e98ce33ad6f687b3c8914029551b5b06954b7a65d5c5852bdc359de"}} as unknown as TypedDocumentString<ProposeVisitMutation, ProposeVisitMutationVariables>;
export const MoveVisitDocument = {"__meta__":{"hash":"sha256:d41ba75e1f4c79c1be90d6bfc7cb46c3ae8d5e7b3e094632b9220032f4d20878"}} as unknown as TypedDocumentString<MoveVisitMutation, MoveVisitMutationVariables>;
export const EndMyMatchDocument = {"__meta__":{"hash":"sha256:dec64a3e6e288311f153832a2338e7f2e75a311099372807418a544a388ca1d1"}} as unknown as TypedDocumentString<EndMyMatchMutation, EndMyMatchMutationVariables>;
export const MyOffersDocument = {"__meta__":{"hash":"sha256:7bbc85f9582bed07f33aacb6c17b392ae0d1fe2a5f3e85f9a03980ae7d1a13e1"}} as unknown as TypedDocumentString<MyOffersQuery, MyOffersQueryVariables>;
export const MyOfferDocument = {"__meta__":{"hash":"sha256:d7ce4d121ec035c5803f1d5ac784006a90bb64673f2e1815233813b4d7430bcb"}} as unknown as TypedDocumentString<MyOfferQuery, MyOfferQueryVariables>;
export const AcceptOfferDocument = {"__meta__":{"hash":"sha256:d2a20f3cab44a7b81f602f50e11221aad3284db4ffe5246c9a34d3221ec3cc26"}} as unknown as TypedDocumentString<AcceptOfferMutation, AcceptOfferMutationVariables>;
export const DeclineOfferDocument = {"__meta__":{"hash":"sha256:f700e9c2edfa7e38823126c9c55619a2729966cbc5a94411bf8ccd1b0445c0e4"}} as unknown as TypedDocumentString<DeclineOfferMutation, DeclineOfferMutationVariables>;
export const MessagePreviewDocument = {"__meta__":{"hash":"sha256:575c903c5a859bb860e69fc4b2e77e517b392e91c54edea79ef5943b1e6fa093"}} as unknown as TypedDocumentString<MessagePreviewQuery, MessagePreviewQueryVariables>;
export const SentMessagesDocument = {"__meta__":{"hash":"sha256:09363307d3495d7e3ebb617a46b968369480da740bc8a6cefd21a0882543ee7d"}} as unknown as TypedDocumentString<SentMessagesQuery, SentMessagesQueryVariables>;
export const MessageRecipientsDocument = {"__meta__":{"hash":"sha256:19ec5284511e19be492bd71be7daf09e66d2676224a8470c0a40a500dc2af719"}} as unknown as TypedDocumentString<MessageRecipientsQuery, MessageRecipientsQueryVariables>;
export const SendMessageDocument = {"__meta__":{"hash":"sha256:8387ad4eeca2aa89bb47afc98130c06a12f6bba395da2cce2cd573a33ce036f6"}} as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const StopMessageDocument = {"__meta__":{"hash":"sha256:6f46d037cc2d9bc08e12deeb3b0fa6bda427f24d579b7e4e4ff5c1ccc978cd46"}} as unknown as TypedDocumentString<StopMessageMutation, StopMessageMutationVariables>;
export const MyCorrectionsDocument = {"__meta__":{"hash":"sha256:abb0f3dd9dc6fe0da1add9f7fedd42472876f3eff361d0d160f86062adc03e8e"}} as unknown as TypedDocumentString<MyCorrectionsQuery, MyCorrectionsQueryVariables>;
export const CorrectionsWaitingDocument = {"__meta__":{"hash":"sha256:9dd5bb87ab1634e16bee1bcc3352bc4d23343c6a1bf54dcaf51704a75b8f40f6"}} as unknown as TypedDocumentString<CorrectionsWaitingQuery, CorrectionsWaitingQueryVariables>;
export const VisitsToAskAboutDocument = {"__meta__":{"hash":"sha256:265178f2d73ce74a944e79974fa9a980154b61ec048eba3bf7b72d4f01404b26"}} as unknown as TypedDocumentString<VisitsToAskAboutQuery, VisitsToAskAboutQueryVariables>;
export const MyLeavingDocument = {"__meta__":{"hash":"sha256:80ba37b079df326f4847c1ebccc5687fc98b0fe877895e0e3fc869788e2a13af"}} as unknown as TypedDocumentString<MyLeavingQuery, MyLeavingQueryVariables>;
export const WhatRunsDocument = {"__meta__":{"hash":"sha256:f45ac2615d5432ca22662de6d75e8544a0c1756a0e2e7f5dd9aaee92f96b1905"}} as unknown as TypedDocumentString<WhatRunsQuery, WhatRunsQueryVariables>;
export const AskCorrectionDocument = {"__meta__":{"hash":"sha256:42b647c9d56931116b1e6ad8fa1337c3c60ab4e50a54e1ec23cafa6349d50637"}} as unknown as TypedDocumentString<AskCorrectionMutation, AskCorrectionMutationVariables>;
export const WithdrawCorrectionDocument = {"__meta__":{"hash":"sha256:b52c2f7c836f92e7f5141286901047080619de34cad63a461a7401d69123f4b2"}} as unknown as TypedDocumentString<WithdrawCorrectionMutation, WithdrawCorrectionMutationVariables>;
export const AnswerCorrectionDocument = {"__meta__":{"hash":"sha256:c61cb70e939a34656a4129baa26b8c510973b3217fb9a6ebea88949ee1dbe44d"}} as unknown as TypedDocumentString<AnswerCorrectionMutation, AnswerCorrectionMutationVariables>;
export const CorrectVisitDocument = {"__meta__":{"hash":"sha256:c4dd14c0cd6dce3cec70152b78f0c793e2ddf2793f51367df158bf16b57d4d68"}} as unknown as TypedDocumentString<CorrectVisitMutation, CorrectVisitMutationVariables>;
export const EndMyMembershipDocument = {"__meta__":{"hash":"sha256:227723fb71bba97992a7c316be98057a8b792111cdc1da832e93ea75c0afc384"}} as unknown as TypedDocumentString<EndMyMembershipMutation, EndMyMembershipMutationVariables>;
export const MyNoticesDocument = {"__meta__":{"hash":"sha256:34281ea4562fcee2e5bd43b7e7cd8ae4c9731df0ce317391c8087169287deeef"}} as unknown as TypedDocumentString<MyNoticesQuery, MyNoticesQueryVariables>;
export const ReadNoticesDocument = {"__meta__":{"hash":"sha256:44061c3bb385798d740a6c9bde05eddcf5ab01cf78cd98d1cd1c190e1eed213b"}} as unknown as TypedDocumentString<ReadNoticesMutation, ReadNoticesMutationVariables>;
export const MyPushDocument = {"__meta__":{"hash":"sha256:b8e699fe6341d8af5ddd537616e69aa0026b1792b32c7c4b4d9e5d06ee122f75"}} as unknown as TypedDocumentString<MyPushQuery, MyPushQueryVariables>;
export const SubscribePushDocument = {"__meta__":{"hash":"sha256:be9e38f026748094e0f471bb2badb6e99c13baee137b11d573c06c898d980f02"}} as unknown as TypedDocumentString<SubscribePushMutation, SubscribePushMutationVariables>;
export const UnsubscribePushDocument = {"__meta__":{"hash":"sha256:f3f02b7cc63abfeeb5a7cfa05616cd1b3a396456adf667da327ddd5fb356c8b9"}} as unknown as TypedDocumentString<UnsubscribePushMutation, UnsubscribePushMutationVariables>;
export const SetQuietHoursDocument = {"__meta__":{"hash":"sha256:4f19b6ec4755f5ab980cdbfaf09712518563b124db1c0bc2ef8aa74368304863"}} as unknown as TypedDocumentString<SetQuietHoursMutation, SetQuietHoursMutationVariables>;
export const MuteNoticesDocument = {"__meta__":{"hash":"sha256:9059ac995a27a8cde91edce90ed81390b644a7e97d92d399fddfecedc773751e"}} as unknown as TypedDocumentString<MuteNoticesMutation, MuteNoticesMutationVariables>;
export const SetLettersDocument = {"__meta__":{"hash":"sha256:6d08534dc4a6ffd7aacabe99e251ea81ffd752f493cc8b21481bede88f054dc9"}} as unknown as TypedDocumentString<SetLettersMutation, SetLettersMutationVariables>;
export const OverviewDocument = {"__meta__":{"hash":"sha256:0259d345c7e4862a741ca7252bb0bbd0d26e7d92d3324e2b71b5e1c67c010a15"}} as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const OverviewVisitsDocument = {"__meta__":{"hash":"sha256:05140fd7ecd5a2578a41334b653cdc68266e58c418b7ee2825e61032b2870d0e"}} as unknown as TypedDocumentString<OverviewVisitsQuery, OverviewVisitsQueryVariables>;
export const OverviewInvitationsDocument = {"__meta__":{"hash":"sha256:fafe54296c77ab8dbb35db7e91be6d33a75b1a709836cc03dd9c4e99c248d741"}} as unknown as TypedDocumentString<OverviewInvitationsQuery, OverviewInvitationsQueryVariables>;
export const PublicationsDocument = {"__meta__":{"hash":"sha256:8d1244b37a41992aae0067ef53552625fdd975a710715e025b8e6acab6bd1556"}} as unknown as TypedDocumentString<PublicationsQuery, PublicationsQueryVariables>;
export const PublicationDocument = {"__meta__":{"hash":"sha256:20366a641bef110f8a96490ece813968d61de6a239ddab4cd27de05465adec18"}} as unknown as TypedDocumentString<PublicationQuery, PublicationQueryVariables>;
export const PublishReportDocument = {"__meta__":{"hash":"sha256:4dd2c09596605104d1534de2a57d2a7d61085b430e6aeb1296a58208290a1e45"}} as unknown as TypedDocumentString<PublishReportMutation, PublishReportMutationVariables>;
export const RequestInboxDocument = {"__meta__":{"hash":"sha256:d2fbd99c4480ac88d29db5175ae7da3f6890299bd5f1e74f7706a676ebf0ae0b"}} as unknown as TypedDocumentString<RequestInboxQuery, RequestInboxQueryVariables>;
export const InboxChoicesDocument = {"__meta__":{"hash":"sha256:45d8d64a377c435aafa9a76765140fb3f47e9a49e6a571c14b1ccb462ce6b36e"}} as unknown as TypedDocumentString<InboxChoicesQuery, InboxChoicesQueryVariables>;
export const InboxViewsDocument = {"__meta__":{"hash":"sha256:d47dd48b2a14686b2dde2e80c0ec29732b5b3ba09e6518c1a8b814c523773056"}} as unknown as TypedDocumentString<InboxViewsQuery, InboxViewsQueryVariables>;
export const SaveInboxViewDocument = {"__meta__":{"hash":"sha256:d719f10bbe4e4cd6113f91f18c3e81acc8b0a848b2cc5acfa656d006846894a3"}} as unknown as TypedDocumentString<SaveInboxViewMutation, SaveInboxViewMutationVariables>;
export const RemoveInboxViewDocument = {"__meta__":{"hash":"sha256:f414e044828ac40548138a7a0dd61f156b6d10fce8cddcbd84c2e590ce9e829e"}} as unknown as TypedDocumentString<RemoveInboxViewMutation, RemoveInboxViewMutationVariables>;
export const ProposedToUsDocument = {"__meta__":{"hash":"sha256:bba71b6743055fdb89520744c3605b9a9021eec8f3eb8086f9592670e516e1fa"}} as unknown as TypedDocumentString<ProposedToUsQuery, ProposedToUsQueryVariables>;
export const HandOverChoicesDocument = {"__meta__":{"hash":"sha256:d14cf9968b56aff7357db8d9c9e65704580e9573ca3683a79ff9fa59a51fde9e"}} as unknown as TypedDocumentString<HandOverChoicesQuery, HandOverChoicesQueryVariables>;
export const ReleaseRequestDocument = {"__meta__":{"hash":"sha256:d6402ee398777d8f5bf49a4c3029cf1169bcb670ea0f68639ff0f7d746143ac1"}} as unknown as TypedDocumentString<ReleaseRequestMutation, ReleaseRequestMutationVariables>;
export const ProposeHandOverDocument = {"__meta__":{"hash":"sha256:651796136b57b0783aa707582e7e39b9ef3bb23c706372e492b7c87d97a09912"}} as unknown as TypedDocumentString<ProposeHandOverMutation, ProposeHandOverMutationVariables>;
export const WithdrawHandOverDocument = {"__meta__":{"hash":"sha256:a3ccc1132f9edcde0c4382a21a2f3cffe257a61e935f14799fcb4026d00f267b"}} as unknown as TypedDocumentString<WithdrawHandOverMutation, WithdrawHandOverMutationVariables>;
export const AcceptHandOverDocument = {"__meta__":{"hash":"sha256:9e6170b192f6b8c0f1943b83826970ea256454768716c8a15dda213da75cfdae"}} as unknown as TypedDocumentString<AcceptHandOverMutation, AcceptHandOverMutationVariables>;
export const DeclineHandOverDocument = {"__meta__":{"hash":"sha256:5124807feebefa1ee01a41bb66b5db2eb6fc6d3815541ccb0ee92634871f1dbc"}} as unknown as TypedDocumentString<DeclineHandOverMutation, DeclineHandOverMutationVariables>;
export const RequestToMatchDocument = {"__meta__":{"hash":"sha256:d803cbcb2e6fcb1b5d29a3ec822478f32b964df7691aa3281c5ff0fe1d6ce041"}} as unknown as TypedDocumentString<RequestToMatchQuery, RequestToMatchQueryVariables>;
export const DetaineeNameOfRequestDocument = {"__meta__":{"hash":"sha256:0f53d5e97923833dc2a0053ce55e738e4e254ef3d63f13d0be1a7c4cc21a8a9c"}} as unknown as TypedDocumentString<DetaineeNameOfRequestQuery, DetaineeNameOfRequestQueryVariables>;
export const ClaimRequestDocument = {"__meta__":{"hash":"sha256:4f7f345fb2a5baba8f24d79c044d388ededbed263a4053532072a57762dbc9a1"}} as unknown as TypedDocumentString<ClaimRequestMutation, ClaimRequestMutationVariables>;
export const OfferRequestDocument = {"__meta__":{"hash":"sha256:56e1f30c069957a50d4934d104ddaff0c0ed5fc8cc7ee7a562c930727c112cbc"}} as unknown as TypedDocumentString<OfferRequestMutation, OfferRequestMutationVariables>;
export const SendNextWaveDocument = {"__meta__":{"hash":"sha256:6ff2763178eec5ccf03c8a7b9d8ae34b5f42f378720969c6173fed8dc52d3eae"}} as unknown as TypedDocumentString<SendNextWaveMutation, SendNextWaveMutationVariables>;
export const StopWavesDocument = {"__meta__":{"hash":"sha256:5ade16eb396e6af6cfb0e8b05bdab15957e4ec735c289aa05d9c705d5cf1573e"}} as unknown as TypedDocumentString<StopWavesMutation, StopWavesMutationVariables>;
export const FacilityRequestsDocument = {"__meta__":{"hash":"sha256:0a3124fec257f9f8c09f659ac869e6cbc7cecbcaaf43471f47a101ef8e39813f"}} as unknown as TypedDocumentString<FacilityRequestsQuery, FacilityRequestsQueryVariables>;
export const OwnRequestDocument = {"__meta__":{"hash":"sha256:e0fe4052661f2737de384f34a8c64e07d78c82e443758ef69a4a953ddc3de217"}} as unknown as TypedDocumentString<OwnRequestQuery, OwnRequestQueryVariables>;
export const ActiveOrganisationsDocument = {"__meta__":{"hash":"sha256:1bcf08e7bd870bb378542ddd1f7a9dd4cf13e45d5d85b0703816fdae9b563fe0"}} as unknown as TypedDocumentString<ActiveOrganisationsQuery, ActiveOrganisationsQueryVariables>;
export const RecogniseDetaineeDocument = {"__meta__":{"hash":"sha256:99e4be3288780df24c950d73bc0b5157e9492dfbf8f36e83c3ea019375be32ad"}} as unknown as TypedDocumentString<RecogniseDetaineeQuery, RecogniseDetaineeQueryVariables>;
export const RequestVisitDocument = {"__meta__":{"hash":"sha256:637a47df441d9d5cc392188edc54552897b5df0b7119b8b90947db4336e133af"}} as unknown as TypedDocumentString<RequestVisitMutation, RequestVisitMutationVariables>;
export const WithdrawRequestDocument = {"__meta__":{"hash":"sha256:f83c9389d5d90c73b57da06b49527c768e0f158d2e9c1793256ebe2e28baad01"}} as unknown as TypedDocumentString<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const EraseDetaineeDocument = {"__meta__":{"hash":"sha256:4eb93ba22ffbe86795bdb3d6ec97693280d63e56c49b7beea5fcf11da4adf9b7"}} as unknown as TypedDocumentString<EraseDetaineeMutation, EraseDetaineeMutationVariables>;
export const MyCalendarDocument = {"__meta__":{"hash":"sha256:fa35beff863fb6a1b24a1f2001b3e1e920339cf76e79625a42905f861db423ce"}} as unknown as TypedDocumentString<MyCalendarQuery, MyCalendarQueryVariables>;
export const MakeCalendarFeedDocument = {"__meta__":{"hash":"sha256:30811acc374535d8fa934a62b887fdb6c4e5aa19d9cdf6e679574f5a5daab8b6"}} as unknown as TypedDocumentString<MakeCalendarFeedMutation, MakeCalendarFeedMutationVariables>;
export const RevokeCalendarFeedDocument = {"__meta__":{"hash":"sha256:70904bfd027119924d93619bc01839b8a8902cfe0d39218655dde6bff36c251e"}} as unknown as TypedDocumentString<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>;
export const FacilityAgendaDocument = {"__meta__":{"hash":"sha256:00cdae51d6ed091cd47b4a6a4789f5946beb4ebd9f6c13af365bb3da6cdefde6"}} as unknown as TypedDocumentString<FacilityAgendaQuery, FacilityAgendaQueryVariables>;
export const VisitsToConfirmDocument = {"__meta__":{"hash":"sha256:a4b9756c1290ddbc2d6e150ce1ff65971f73f19a4949f3ec28f7f4a738740e84"}} as unknown as TypedDocumentString<VisitsToConfirmQuery, VisitsToConfirmQueryVariables>;
export const ConfirmVisitDocument = {"__meta__":{"hash":"sha256:22bb742d56e2d72b6be8f051da8f82ea59623b25b65cdeff3370282b5d62829d"}} as unknown as TypedDocumentString<ConfirmVisitMutation, ConfirmVisitMutationVariables>;
export const CancelVisitAtDeskDocument = {"__meta__":{"hash":"sha256:65628dd9147695a98536c9016093b91a9f36f78d6e7dba56f9797c334b961e39"}} as unknown as TypedDocumentString<CancelVisitAtDeskMutation, CancelVisitAtDeskMutationVariables>;
export const MyVisitsDocument = {"__meta__":{"hash":"sha256:96381221462d7ab8c490371861010aa33d1a3cf138437de7b6f563109762abf9"}} as unknown as TypedDocumentString<MyVisitsQuery, MyVisitsQueryVariables>;
export const MyVisitDocument = {"__meta__":{"hash":"sha256:91498564d6d5bd6567275c7ed2005785825d2aa371e95285a0eb682ccffa804f"}} as unknown as TypedDocumentString<MyVisitQuery, MyVisitQueryVariables>;
export const LogVisitDocument = {"__meta__":{"hash":"sha256:2ccf14195df620e4b8ca27bf71762f4fce6b169fa704659e5d40416e93d00356"}} as unknown as TypedDocumentString<LogVisitMutation, LogVisitMutationVariables>;
export const CancelMyVisitDocument = {"__meta__":{"hash":"sha256:f058674ce94a193785efcc10f93e748a451f137b07b8577551c85d7cdc12d1ab"}} as unknown as TypedDocumentString<CancelMyVisitMutation, CancelMyVisitMutationVariables>;
export const MyPapersDocument = {"__meta__":{"hash":"sha256:e6bd2e2d2267fbdc81e8552a74d96c91dfe6c7abb15ecca15b0ed06356d6cd4d"}} as unknown as TypedDocumentString<MyPapersQuery, MyPapersQueryVariables>;
export const MySeriesDocument = {"__meta__":{"hash":"sha256:2ee4276a07c66b2a897d4a755cf947ea7a94f8b861e8f18a7635cf6400f2e26a"}} as unknown as TypedDocumentString<MySeriesQuery, MySeriesQueryVariables>;
export const RhythmFormDocument = {"__meta__":{"hash":"sha256:9429a22bf4fc649a22349a63916a57b74438feef78e6ccecacfbd87fc1adba24"}} as unknown as TypedDocumentString<RhythmFormQuery, RhythmFormQueryVariables>;
export const SeriesPreviewDocument = {"__meta__":{"hash":"sha256:4f1afa613adde4ecf81000ddf128d514443552da3b9104566302965bfe268d4b"}} as unknown as TypedDocumentString<SeriesPreviewQuery, SeriesPreviewQueryVariables>;
export const SetRhythmDocument = {"__meta__":{"hash":"sha256:1cf90e8dce3b8d114b1b81bddcd5dee4524534ca828e3703c42bf58f53324631"}} as unknown as TypedDocumentString<SetRhythmMutation, SetRhythmMutationVariables>;
export const StopSeriesDocument = {"__meta__":{"hash":"sha256:88227ce6bcbb2d9cc74faaaad3b6e77a27bc79a7891abb3d4778665520933080"}} as unknown as TypedDocumentString<StopSeriesMutation, StopSeriesMutationVariables>;
export const SkipOccurrenceDocument = {"__meta__":{"hash":"sha256:610cffe5a4b55bf701f8e46308cba3c9aa40e4cd5f3f27341020bf394dc022d2"}} as unknown as TypedDocumentString<SkipOccurrenceMutation, SkipOccurrenceMutationVariables>;
export const UnskipOccurrenceDocument = {"__meta__":{"hash":"sha256:45fee257faa481d154debb3a4317f35dd09e325e3ed4e08d369e1ebdc3c20cd6"}} as unknown as TypedDocumentString<UnskipOccurrenceMutation, UnskipOccurrenceMutationVariables>;
export const MoveOccurrenceDocument = {"__meta__":{"hash":"sha256:2ad6b46913c6739f9077e1cec24c812e74cd13361e2ba3b73004f927e071c124"}} as unknown as TypedDocumentString<MoveOccurrenceMutation, MoveOccurrenceMutationVariables>;
export const ImportedCountsDocument = {"__meta__":{"hash":"sha256:b19f5208da11e25b36a6784aa5e7f417070a2b6aa503a4f8dfdc75d046b081aa"}} as unknown as TypedDocumentString<ImportedCountsQuery, ImportedCountsQueryVariables>;
export const ImportedPeopleDocument = {"__meta__":{"hash":"sha256:953b642b61373cf92edc4cc7522091a74b799b37ad839e25473017a5ef3097f9"}} as unknown as TypedDocumentString<ImportedPeopleQuery, ImportedPeopleQueryVariables>;
export const InviteImportedDocument = {"__meta__":{"hash":"sha256:ef3fa2a17c5338ff5be059192e1c9848abee6ba112e0c388ca544dbd67f6e4fb"}} as unknown as TypedDocumentString<InviteImportedMutation, InviteImportedMutationVariables>;
export const VolunteerNotesDocument = {"__meta__":{"hash":"sha256:2daa209f1771babb349ca5054381daff673447d18afd62cf23b7d0810553e37a"}} as unknown as TypedDocumentString<VolunteerNotesQuery, VolunteerNotesQueryVariables>;
export const MyNotesDocument = {"__meta__":{"hash":"sha256:80bb6145b30bfbd8cc4d8e93e3206e24aaaee8affd6eb8e5064eb6536b9609ee"}} as unknown as TypedDocumentString<MyNotesQuery, MyNotesQueryVariables>;
export const WriteVolunteerNoteDocument = {"__meta__":{"hash":"sha256:eb3613814bc339e20485e3e354f5ed2b769f94cb87096ae04c8577d84e83c251"}} as unknown as TypedDocumentString<WriteVolunteerNoteMutation, WriteVolunteerNoteMutationVariables>;
export const RemoveVolunteerNoteDocument = {"__meta__":{"hash":"sha256:37cf3137681d2d435f6111acc512dbf1cc60bc3431c1bd4290e7dd99198219a0"}} as unknown as TypedDocumentString<RemoveVolunteerNoteMutation, RemoveVolunteerNoteMutationVariables>;
export const PaperPolicyDocument = {"__meta__":{"hash":"sha256:f8d2e8f1018cea867bb3afbb7ace22d20203ba7dafac2290e4c2eebec62ed405"}} as unknown as TypedDocumentString<PaperPolicyQuery, PaperPolicyQueryVariables>;
export const RequirementTouchesDocument = {"__meta__":{"hash":"sha256:dbe1c8d059fa3a61beccc6955d0f52e634f6ebb2406bd25950f0038605e31112"}} as unknown as TypedDocumentString<RequirementTouchesQuery, RequirementTouchesQueryVariables>;
export const ValidityTouchesDocument = {"__meta__":{"hash":"sha256:229dc0a062a09347af463c22c86688c5144830059e5892ca582c223274154a82"}} as unknown as TypedDocumentString<ValidityTouchesQuery, ValidityTouchesQueryVariables>;
export const SetCredentialTypeDocument = {"__meta__":{"hash":"sha256:99b22eaf259ace7e000569ac20c9ccb04074836bc767e36b78eb080b169b6585"}} as unknown as TypedDocumentString<SetCredentialTypeMutation, SetCredentialTypeMutationVariables>;
export const SetRequirementDocument = {"__meta__":{"hash":"sha256:66dfed650a9eaa1bd2a7381fce9504034878f9538e30b24cba58cddca40175f3"}} as unknown as TypedDocumentString<SetRequirementMutation, SetRequirementMutationVariables>;
export const SetCredentialValidityDocument = {"__meta__":{"hash":"sha256:3e2e838b1b266e9108747b6fd08af6c1733f77444131c61e27ceb8e8b1a59cf5"}} as unknown as TypedDocumentString<SetCredentialValidityMutation, SetCredentialValidityMutationVariables>;
export const SealedFileDocument = {"__meta__":{"hash":"sha256:37d632ddd7b98fdaa880988d8ffdc1137442bbe3d22477360cf79988da8bbaf9"}} as unknown as TypedDocumentString<SealedFileQuery, SealedFileQueryVariables>;
export const OpenEmergencyContactDocument = {"__meta__":{"hash":"sha256:9761f05aa18ae0046398bbf99bc29a58fc1d1ff4aad470f72646f16e1a8769d2"}} as unknown as TypedDocumentString<OpenEmergencyContactQuery, OpenEmergencyContactQueryVariables>;
export const OpenPassDocument = {"__meta__":{"hash":"sha256:242bf7cba6f0e1c2f707937edc4fddc3a7a0c6cf9435456c9280d342f90a9047"}} as unknown as TypedDocumentString<OpenPassQuery, OpenPassQueryVariables>;
export const MyEmergencyContactDocument = {"__meta__":{"hash":"sha256:af48cfca9e7f3ca4f460e8264d179ae0fc4f262fe878a05c768c4cf8ebe8bdbb"}} as unknown as TypedDocumentString<MyEmergencyContactQuery, MyEmergencyContactQueryVariables>;
export const MyPassesDocument = {"__meta__":{"hash":"sha256:a6d6b56a04f07ef1369fb249479beacea4cb1aee7bab33818cf9d91b9d099159"}} as unknown as TypedDocumentString<MyPassesQuery, MyPassesQueryVariables>;
export const SetEmergencyContactDocument = {"__meta__":{"hash":"sha256:89ba2f6f9a5c4c1ed77294bf7c989c5725bc5bba7ae5c97b0d2237a8c968e55d"}} as unknown as TypedDocumentString<SetEmergencyContactMutation, SetEmergencyContactMutationVariables>;
export const SetPassNumberDocument = {"__meta__":{"hash":"sha256:726e400086bf61a6ee92ffeb873ed0e4b5f2312c8a4d851e6fa290383b90cdab"}} as unknown as TypedDocumentString<SetPassNumberMutation, SetPassNumberMutationVariables>;
export const RegisterDocument = {"__meta__":{"hash":"sha256:ba79d90055090d4241c6e79719e0d02c088341a8b6df3524225081040fd7468c"}} as unknown as TypedDocumentString<RegisterQuery, RegisterQueryVariables>;
export const RegisterChoicesDocument = {"__meta__":{"hash":"sha256:090d7c8bee9da348460dab2304f8e919e5027ca3af96821602a8b09732f5da45"}} as unknown as TypedDocumentString<RegisterChoicesQuery, RegisterChoicesQueryVariables>;
export const VolunteerFileDocument = {"__meta__":{"hash":"sha256:ba49b27a1a90147a7002a745c551834c1cce35aeee6b721bf74008c62ed0917c"}} as unknown as TypedDocumentString<VolunteerFileQuery, VolunteerFileQueryVariables>;
export const HomePlacesDocument = {"__meta__":{"hash":"sha256:67e6d61b64797701651fa6ac207d72c0c8051759fbdb98207ad16e39533cc4f6"}} as unknown as TypedDocumentString<HomePlacesQuery, HomePlacesQueryVariables>;
export const SetVolunteerPersonDocument = {"__meta__":{"hash":"sha256:5bb2f00d712f50f805e8e0b4b598bf1b9d77f5f28d6d88c25d3d5ab9625577d9"}} as unknown as TypedDocumentString<SetVolunteerPersonMutation, SetVolunteerPersonMutationVariables>;
export const SetVolunteerWorkDocument = {"__meta__":{"hash":"sha256:76503d08d838ee4dd9a4ec56d55e407d78692e159c9e53d92bf5749a05b89b1e"}} as unknown as TypedDocumentString<SetVolunteerWorkMutation, SetVolunteerWorkMutationVariables>;
export const SetVolunteerStatusDocument = {"__meta__":{"hash":"sha256:365ff669062d6ced4c6dfe0709b6db37af6fa92d256980ab5057279fc8044f18"}} as unknown as TypedDocumentString<SetVolunteerStatusMutation, SetVolunteerStatusMutationVariables>;
export const CredentialTypesDocument = {"__meta__":{"hash":"sha256:12091668b900771b58b9f3da19513ac4819f2ac0e32ca4ca670031d20acdb43f"}} as unknown as TypedDocumentString<CredentialTypesQuery, CredentialTypesQueryVariables>;
export const RecordCredentialDocument = {"__meta__":{"hash":"sha256:9b3a33ba11cea93dfb250c180a7865648a3b3d76f219ab8f7f776e51e485e9be"}} as unknown as TypedDocumentString<RecordCredentialMutation, RecordCredentialMutationVariables>;
export const RemoveCredentialDocument = {"__meta__":{"hash":"sha256:d867046e2d51797dbe3d9c435139924631a9d42cc80d7bdfd003a243ee36c04a"}} as unknown as TypedDocumentString<RemoveCredentialMutation, RemoveCredentialMutationVariables>;
export const VisitsToReviewDocument = {"__meta__":{"hash":"sha256:98a90ac3330b35975997251ab6b54a4b22ca39e216bd6b4a07ab164b6e067202"}} as unknown as TypedDocumentString<VisitsToReviewQuery, VisitsToReviewQueryVariables>;
export const RequestAdmissionDocument = {"__meta__":{"hash":"sha256:0a4929bac79a4b25d494adb82a9408269e005d634585c869fb681c4b46b8f46c"}} as unknown as TypedDocumentString<RequestAdmissionMutation, RequestAdmissionMutationVariables>;
export const GrantAdmissionDocument = {"__meta__":{"hash":"sha256:dd89f24bf2a4b95b8e2b346371728d38cf32ab7144c020b06b3f4bf2ad3ed90c"}} as unknown as TypedDocumentString<GrantAdmissionMutation, GrantAdmissionMutationVariables>;
export const RefuseAdmissionDocument = {"__meta__":{"hash":"sha256:d94048f7d19d1bafb38c72f325920edab6bcc588f97d8259e3c5744c0e9d4f63"}} as unknown as TypedDocumentString<RefuseAdmissionMutation, RefuseAdmissionMutationVariables>;
export const EndAdmissionDocument = {"__meta__":{"hash":"sha256:88b75c754d045d4323a9107adcb29af864c0c609e019a9b17f4769898003f8fb"}} as unknown as TypedDocumentString<EndAdmissionMutation, EndAdmissionMutationVariables>;
export const KeptListsDocument = {"__meta__":{"hash":"sha256:e33578b5f970e8a6a3b3b8e8e3c67fd499e17c3f5f295d4e018cddd773b428be"}} as unknown as TypedDocumentString<KeptListsQuery, KeptListsQueryVariables>;
/** A string that only its own kind may stand for; the brand exists for the compiler alone. */
export type Brand<Name extends string> = string & { readonly __brand: Name }

export type OrganisationId = Brand<'OrganisationId'>
export type MemberId = Brand<'MemberId'>
export type UserId = Brand<'UserId'>
export type NeedId = Brand<'NeedId'>
export type PassportId = Brand<'PassportId'>
export type EntryId = Brand<'EntryId'>
export type EventId = Brand<'EventId'>
export type MatchId = Brand<'MatchId'>
export type ImportId = Brand<'ImportId'>
export type FileId = Brand<'FileId'>
export type SessionId = Brand<'SessionId'>
export type InvitationId = Brand<'InvitationId'>
export type MailId = Brand<'MailId'>
export type SavedSearchId = Brand<'SavedSearchId'>
export type RivalryId = Brand<'RivalryId'>
export type ModelId = Brand<'ModelId'>
export type GlossaryLineId = Brand<'GlossaryLineId'>
export type CallSignId = Brand<'CallSignId'>
export type MergeId = Brand<'MergeId'>
export type CallId = Brand<'CallId'>
export type BidId = Brand<'BidId'>
export type SeatId = Brand<'SeatId'>
export type QuestionId = Brand<'QuestionId'>
export type ComplaintId = Brand<'ComplaintId'>
export type OpenerKeyId = Brand<'OpenerKeyId'>
export type NotificationId = Brand<'NotificationId'>
export type LinkageId = Brand<'LinkageId'>
export type SampleId = Brand<'SampleId'>
export type TermId = Brand<'TermId'>
export type FollowUpId = Brand<'FollowUpId'>
export type ReportId = Brand<'ReportId'>
export type ProposalId = Brand<'ProposalId'>
export type PriorKnowledgeId = Brand<'PriorKnowledgeId'>
export type MilestoneId = Brand<'MilestoneId'>
export type InnovationId = Brand<'InnovationId'>
export type ClusterId = Brand<'ClusterId'>
export type CompetenceActionId = Brand<'CompetenceActionId'>
export type MatchdayId = Brand<'MatchdayId'>
export type MatchdayParticipantId = Brand<'MatchdayParticipantId'>
export type MatchdayPlanId = Brand<'MatchdayPlanId'>
export type MatchdayPrintId = Brand<'MatchdayPrintId'>
export type MatchdayInterpreterId = Brand<'MatchdayInterpreterId'>
export type MatchdayGuestId = Brand<'MatchdayGuestId'>
export type IntroductionId = Brand<'IntroductionId'>
export type SeparationId = Brand<'SeparationId'>
export type MeetingId = Brand<'MeetingId'>
export type PartyMemberId = Brand<'PartyMemberId'>
export type IncidentId = Brand<'IncidentId'>
export type AnnouncementId = Brand<'AnnouncementId'>
export type NoShowId = Brand<'NoShowId'>
export type BadgeId = Brand<'BadgeId'>
export type OperationId = Brand<'OperationId'>

/** Marks a checked string as an id of the wanted kind; call it only where the value was validated. */
export const asId = <Id extends Brand<string>>(value: string): Id => value as Id

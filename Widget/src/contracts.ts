// Written by Widget/Contracts from Shared. Do not edit.

export const enum Protocol {
  version = 1,
  bodyLimit = 8000,
  lineLimit = 200,
  pageSize = 200,
  frameLimit = 4194304,
  headEveryMs = 10000,
}

export const enum ProtocolText {
  visitorHubPath = '/hubs/visitor',
  agentHubPath = '/hubs/agent',
}

/** What every hub method answers: exactly one of the two is present. */
export type Reply<T> = { value: T; refusal?: undefined } | { value?: undefined; refusal: Refusal };

export interface VisitorHub {
  Hello(hello: VisitorHello): Reply<VisitorWelcome>;
  Start(start: StartConversation): Reply<VisitorConversation>;
  Send(message: SendMessage): Reply<Sent>;
  After(conversation: number, seq: number): Reply<EntryPage>;
  Before(conversation: number, seq: number): Reply<EntryPage>;
  Read(conversation: number, seq: number): Reply<Done>;
  Typing(conversation: number): Reply<Done>;
  Introduce(who: Introduce): Reply<Done>;
  WriteByMail(mail: WriteByMail): Reply<Done>;
  SendTranscript(transcript: SendTranscript): Reply<Done>;
  CallTimes(topic?: number): Reply<CallTimes>;
  CallBack(call: CallBack): Reply<Done>;
  CancelCall(conversation: number): Reply<Done>;
  Leave(conversation: number): Reply<Done>;
  Rate(rating: RateConversation): Reply<Done>;
}

export interface VisitorClient {
  Entries(push: EntriesPush): void;
  Waiting(push: WaitingPush): void;
  Read(push: ReadPush): void;
  Typing(push: TypingPush): void;
  Head(push: HeadPush): void;
}

export type AgentDoing =
  | 'with-another'
  | 'finishing'
  | 'nobody-here'
  | 'closed'
  | 'wrapping-up'
  | 'asked';

export interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export type AuthorKind =
  | 'system'
  | 'visitor'
  | 'agent';

export interface CallBack {
  readonly conversation: number;
  readonly number: string;
  readonly country: string;
  readonly at?: number;
}

export interface CallDetail {
  readonly number?: string;
  readonly from?: string;
  readonly at?: number;
  readonly phase?: CallPhase;
  readonly outcome?: CallOutcome;
  readonly seconds?: number;
}

export type CallOutcome =
  | 'reached'
  | 'no-answer'
  | 'busy'
  | 'voicemail'
  | 'agent-missed'
  | 'failed'
  | 'cancelled'
  | 'wrong-number'
  | 'refused'
  | 'unknown';

export type CallPhase =
  | 'dialling'
  | 'agent-ringing'
  | 'agent-answered'
  | 'customer-ringing'
  | 'talking';

export interface CallTimes {
  readonly soon: boolean;
  readonly starts: readonly number[];
  readonly minutes: number;
  readonly countries: readonly string[];
  readonly from: string;
}

export interface CallWish {
  readonly number: string;
  readonly country: string;
  readonly at?: number;
}

export type ChannelKind =
  | 'chat'
  | 'email'
  | 'phone';

export interface ChannelNow {
  readonly channel: ChannelKind;
  readonly open: boolean;
  readonly opensAt?: number;
  readonly closesAt?: number;
  readonly answerMinutes?: number;
  readonly answerBy?: number;
}

export type ConversationStatus =
  | 'waiting'
  | 'assigned'
  | 'resolved';

export interface DeliveryDetail {
  readonly of: number;
  readonly state: DeliveryState;
}

export type DeliveryState =
  | 'waiting'
  | 'sent'
  | 'deferred'
  | 'refused'
  | 'bounced'
  | 'auto-replied';

export type Done = Readonly<Record<string, never>>;

export interface EntriesPush {
  readonly conversation: number;
  readonly after: number;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly by: AuthorKind;
  readonly agentId?: number;
  readonly body?: string;
  readonly detail?: EntryDetail;
  readonly at: number;
  readonly session?: number;
  readonly number?: number;
}

export interface EntryDetail {
  readonly agent?: Person;
  readonly topicId?: number;
  readonly topic?: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly name?: string;
  readonly email?: string;
  readonly score?: number;
  readonly hold?: HoldKind;
  readonly place?: number;
  readonly fromMinutes?: number;
  readonly toMinutes?: number;
  readonly attachment?: Attachment;
  readonly mail?: MailDetail;
  readonly origin?: MailOrigin;
  readonly delivery?: DeliveryDetail;
  readonly call?: CallDetail;
  readonly answerBy?: number;
}

export type EntryKind =
  | 'message'
  | 'note'
  | 'queued'
  | 'joined'
  | 'left'
  | 'resolved'
  | 'outcome'
  | 'introduced'
  | 'hold'
  | 'rated'
  | 'offered'
  | 'offer-ended'
  | 'mailed'
  | 'mail-source'
  | 'delivery'
  | 'written-up'
  | 'transcript'
  | 'call-wanted'
  | 'call-cancelled'
  | 'called'
  | 'call-progress'
  | 'call-corrected';

export interface EntryPage {
  readonly conversation: number;
  readonly after: number;
  readonly entries: readonly Entry[];
  readonly head: number;
}

export interface ExpectedWait {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export type Field =
  | 'hidden'
  | 'optional'
  | 'required';

export interface HeadPush {
  readonly conversation: number;
  readonly head: number;
}

export type HoldKind =
  | 'first'
  | 'refresh'
  | 'renamed'
  | 'longer'
  | 'answered-by-other'
  | 'agent-lost'
  | 'nobody'
  | 'closed'
  | 'team'
  | 'finishing'
  | 'wrapping-up';

export interface HttpRefusal {
  readonly code: RefusalCode;
  readonly title: string;
}

export interface Introduce {
  readonly conversation: number;
  readonly name?: string;
  readonly email?: string;
}

export interface MailDetail {
  readonly address: string;
  readonly subject?: string;
}

export type MailNotice =
  | 'too-large'
  | 'held';

export interface MailOrigin {
  readonly raw: string;
  readonly linked?: number;
  readonly refused?: readonly RefusedFile[];
  readonly told?: MailNotice;
}

export interface Person {
  readonly id: number;
  readonly firstName: string;
  readonly picture?: string;
  readonly pronoun: Pronoun;
}

export interface PreChat {
  readonly topic: Field;
  readonly name: Field;
  readonly email: Field;
}

export type Pronoun =
  | 'they'
  | 'she'
  | 'he';

export interface RateConversation {
  readonly conversation: number;
  readonly score: number;
  readonly comment?: string;
}

export interface ReadPush {
  readonly conversation: number;
  readonly seq: number;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly retryAfterMs?: number;
  readonly seq?: number;
}

export type RefusalCode =
  | 'protocol-version'
  | 'hello-first'
  | 'invalid'
  | 'unknown-conversation'
  | 'unknown-topic'
  | 'unknown-agent'
  | 'unknown-attachment'
  | 'empty'
  | 'too-long'
  | 'text-invalid'
  | 'number-reused'
  | 'number-gap'
  | 'busy'
  | 'already-open'
  | 'resolved'
  | 'not-waiting'
  | 'not-assigned'
  | 'offer-over'
  | 'not-allowed'
  | 'too-fast'
  | 'address-invalid'
  | 'no-mail'
  | 'no-calls'
  | 'number-invalid'
  | 'number-country'
  | 'number-kind'
  | 'time-taken'
  | 'too-many-calls'
  | 'calls-rest'
  | 'calling';

export interface RefusedFile {
  readonly name: string;
  readonly size?: number;
}

export interface SendMessage {
  readonly conversation: number;
  readonly session: number;
  readonly number: number;
  readonly body?: string;
  readonly attachmentId?: number;
  readonly byMail?: boolean;
}

export interface SendTranscript {
  readonly conversation: number;
  readonly email?: string;
}

export interface Sent {
  readonly conversation: number;
  readonly seq: number;
  readonly at: number;
}

export interface StartConversation {
  readonly session: number;
  readonly topicId?: number;
  readonly body: string;
  readonly name?: string;
  readonly email?: string;
  readonly byMail?: boolean;
  readonly call?: CallWish;
}

export interface TopicBrief {
  readonly id: number;
  readonly title: { readonly [key: string]: string };
}

export interface TopicChannels {
  readonly topicId?: number;
  readonly channels: readonly ChannelNow[];
  readonly wait?: ExpectedWait;
}

export interface TypingPush {
  readonly conversation: number;
  readonly agent?: Person;
}

export interface UnreadCount {
  readonly unread: number;
  readonly open: boolean;
}

export interface VisitorConversation {
  readonly id: number;
  readonly status: ConversationStatus;
  readonly topicId?: number;
  readonly agent?: Person;
  readonly entries: EntryPage;
  readonly readByAgent: number;
  readonly readByVisitor: number;
  readonly waiting?: WaitingCard;
}

export interface VisitorHello {
  readonly version: number;
  readonly language: string;
  readonly timeZone?: string;
  readonly page?: string;
  readonly pageTitle?: string;
}

export interface VisitorPass {
  readonly token: string;
  readonly visitorId: number;
}

export interface VisitorWelcome {
  readonly visitorId: number;
  readonly name?: string;
  readonly email?: string;
  readonly conversation?: VisitorConversation;
  readonly now: number;
  readonly attachmentBytes: number;
}

export interface WaitingCard {
  readonly agent?: Person;
  readonly doing: AgentDoing;
  readonly team: readonly Person[];
  readonly place: number;
  readonly fromMinutes?: number;
  readonly toMinutes?: number;
  readonly at: number;
  readonly opensAt?: number;
  readonly text?: string;
  readonly said?: HoldKind;
  readonly alternatives?: readonly ChannelKind[];
  readonly byPhone?: boolean;
}

export interface WaitingPush {
  readonly conversation: number;
  readonly card?: WaitingCard;
}

export interface WidgetSite {
  readonly key: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly color: string;
  readonly phone?: string;
  readonly topics: readonly TopicBrief[];
  readonly preChat: PreChat;
  readonly wording: { readonly [key: string]: { readonly [key: string]: string } };
  readonly team: readonly Person[];
  readonly timeZone: string;
  readonly channels: readonly TopicChannels[];
  readonly changesAt?: number;
}

export interface WriteByMail {
  readonly conversation: number;
  readonly email: string;
}

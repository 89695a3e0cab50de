/** What is read only in the parts that are fetched when they are wanted. */
export const strings = {
  // The menu
  soundOn: 'Sound: on',
  soundOff: 'Sound: off',
  notifyMe: 'Notify me on this device',
  notifyOn: 'Notifications: on',
  notifyBlocked: 'Notifications are blocked in your browser’s settings',

  // After the end
  howWasIt: 'How was it with {agent}?',
  howWasItAll: 'How was it?',
  score: '{n} out of 10',
  worst: 'Not good',
  best: 'Very good',
  comment: 'What went well, what could be better? (optional)',
  rate: 'Send my rating',
  thanks: 'Thank you. We read every rating.',
  transcript: 'Send me this conversation by e-mail',
  transcriptTo: 'Send this conversation to {email}',
  transcriptLeaves: 'One moment…',
  transcriptLater: 'It is sent as soon as the connection is back.',
  transcriptSent: 'The conversation is on its way to {email}.',
  transcriptOther: 'To another address',
  transcriptMany: 'This was sent several times already. Please look in your mailbox, or try again in an hour.',

  // Going on by e-mail
  mailTitle: 'Go on by e-mail',
  mailSoon: 'By e-mail, {soon}.',
  mailHow: 'Everything written here goes along: nothing to repeat, and no need to wait on this page.',
  mailOtherHow: 'From now on the answer goes to this address.',
  mailMore: 'Anything to add?',
  mailSending: 'It goes out as soon as the connection is back. What you typed is kept.',
  backToChat: 'Back',

  // Being called
  callTitle: 'We call you',
  callHow: 'We call from {number}, and it costs you nothing. Your place in line is kept; you may close this page.',
  callCountry: 'Country',
  callNumber: 'Your number',
  needNumber: 'Please give the number at which we reach you.',
  callWhen: 'When? (your time, {zone})',
  callSoon: 'As soon as possible',
  callNext: 'We call you at {number} as soon as it is your turn.',
  callAt: 'We call you at {number}, {day} at {time}.',
  callFrom: 'The call comes from {number}. You may close this page.',
  callChange: 'Change',
  callCancel: 'No call, thank you',
  callCancelled: 'You do not want to be called any more.',
  callReached: '{agent} called you; you talked for {time}.',
  callMissed: '{agent} called and did not reach you.',
  callFailed: 'The call could not be connected. We go on here.',
  callAgain: 'We try again {day} at {time}.',
  callNoMore: 'Write here when it suits you, or choose another time.',

  // Why no call was taken
  'refusal.no-calls': 'You cannot be called about this right now. Please choose a time, or write here.',
  'refusal.number-invalid': 'This number looks incomplete. Example: {example}',
  'refusal.number-country': 'Numbers of this country are not called from here. Another number works, or write to us here.',
  'refusal.number-kind': 'Numbers of this kind are not called. A mobile or a landline number works.',
  'refusal.time-taken': 'This time has just been taken. Please choose another one.',
  'refusal.too-many-calls': 'No more calls can be asked for today. Please write here instead: it reaches the same people.',
  'refusal.calling': 'You are being called right now.',
} as const;

import type { LaterStrings } from '../strings';

export const strings: LaterStrings = {
  soundOn: 'Son : activé',
  soundOff: 'Son : coupé',
  notifyMe: 'Me prévenir sur cet appareil',
  notifyOn: 'Notifications : activées',
  notifyBlocked: 'Les notifications sont bloquées dans les réglages de votre navigateur',

  howWasIt: 'Comment était-ce avec {agent} ?',
  howWasItAll: 'Comment était-ce ?',
  score: '{n} sur 10',
  worst: 'Pas bien',
  best: 'Très bien',
  comment: 'Ce qui était bien, ce qui pourrait être mieux (facultatif)',
  rate: 'Envoyer ma note',
  thanks: 'Merci. Nous lisons chaque note.',
  transcript: 'Recevoir cette conversation par e-mail',
  transcriptTo: 'Envoyer cette conversation à {email}',
  transcriptLeaves: 'Un instant…',
  transcriptLater: 'L’envoi se fera dès que la connexion sera revenue.',
  transcriptSent: 'La conversation est en route vers {email}.',
  transcriptOther: 'À une autre adresse',
  transcriptMany: 'Elle a déjà été envoyée plusieurs fois. Regardez dans votre boîte, ou réessayez dans une heure.',

  mailTitle: 'Continuer par e-mail',
  mailSoon: 'Par e-mail : {soon}.',
  mailHow: 'Tout ce qui est écrit ici suit : rien à répéter, et inutile d’attendre sur cette page.',
  mailOtherHow: 'La réponse ira désormais à cette adresse.',
  mailMore: 'Quelque chose à ajouter ?',
  mailSending: 'L’envoi se fera dès que la connexion sera revenue. Ce que vous avez écrit est gardé.',
  backToChat: 'Retour',

  // Why no call was taken
  'refusal.no-calls': 'On ne peut pas vous appeler à ce sujet en ce moment. Choisissez une heure, ou écrivez ici.',
  'refusal.number-invalid': 'Ce numéro semble incomplet. Exemple : {example}',
  'refusal.number-country': 'On n’appelle pas les numéros de ce pays. Un autre numéro convient, ou écrivez-nous ici.',
  'refusal.number-kind': 'On n’appelle pas ce genre de numéro. Un mobile ou un fixe convient.',
  'refusal.time-taken': 'Cette heure vient d’être prise. Merci d’en choisir une autre.',
  'refusal.too-many-calls': 'On ne peut plus demander d’appel aujourd’hui. Écrivez ici : cela arrive aux mêmes personnes.',
  'refusal.calling': 'On vous appelle en ce moment même.',
};

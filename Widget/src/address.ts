/** Whether it can be an e-mail address: enough to catch a slip. Whether it is one, the hub and the mail's way there tell. */
export const isAddress = (text: string) => /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(text);

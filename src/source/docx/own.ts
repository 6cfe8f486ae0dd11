/** The author of the comments and changes that this program writes into Word documents. */
export const OWN_AUTHOR = 'gov-report';

/** Whether the page that comes next was gone to by the person: then its heading takes the focus. */
export const navigation = $state({ headingWanted: false });

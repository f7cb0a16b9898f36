export const PrintDialog = (_: { readonly onClose: () => void }) => null;

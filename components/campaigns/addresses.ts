export const campaignsAddress = "/desk/campaigns";
export const campaignAddress = (id: string): string => `/desk/campaigns/${id}`;
export const campaignEditAddress = (id: string): string => `/desk/campaigns/${id}/edit`;
export const reportAddress = (id: string): string => `/desk/campaigns/${id}/report`;

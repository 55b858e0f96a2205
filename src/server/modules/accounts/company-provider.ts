/** A provider of OpenID Connect that belongs to a company here, not to the whole place. */
export interface CompanySignOn {
	/** `org-…`: a name that no other company's provider ever had. */
	id: `org-${string}`;
	name: string;
	issuer: string;
	clientId: string;
	clientSecret: string;
	authorizationEndpoint: string;
	tokenEndpoint: string;
	jwksUri: string;
	/** Mail domains that it may speak for; the company has proved that they are its own. */
	domains: readonly string[];
	/** Told of every answer that was verified and may open an account. */
	said: (subject: string, email: string, claims: Record<string, unknown>) => Promise<void>;
}

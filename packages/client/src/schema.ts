// Made by `npm run openapi` of src/server/api/openapi.json; do not change by hand.

export interface paths {
    "/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List items
         * @description Those whose existence the asking person may know of. With `spaceId`, the first page begins with the pinned ones. `following` and `bookmarked` need a person.
         */
        get: operations["listItems"];
        put?: never;
        /** Publish an item */
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an item
         * @description With its first replies, comments and related items. Where the reader lacks the entitlement, the body ends at the preview and `held` says so. The ETag changes with everything but the number of views.
         */
        get: operations["readItem"];
        put?: never;
        post?: never;
        /**
         * Delete an item
         * @description Nothing is lost: see `restoreItem`.
         */
        delete: operations["deleteItem"];
        options?: never;
        head?: never;
        /**
         * Change an item
         * @description Writes a new revision. If-Match says from which one: when another was written meanwhile nothing is changed.
         */
        patch: operations["updateItem"];
        trace?: never;
    };
    "/items/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Restore a deleted item */
        delete: operations["restoreItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an item as it was written */
        get: operations["readItemSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I did here, and what I may do */
        get: operations["readItemState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lock an item
         * @description No replies, votes or edits but by moderators.
         */
        put: operations["setItemLock"];
        post?: never;
        /** Unlock an item */
        delete: operations["unsetItemLock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pin an item to its space */
        put: operations["setItemPin"];
        post?: never;
        /** Unpin an item */
        delete: operations["unsetItemPin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/hiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hide an item
         * @description Out of sight without being deleted; its author still sees it.
         */
        put: operations["setItemHiding"];
        post?: never;
        /** Show a hidden item again */
        delete: operations["unsetItemHiding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/space": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move an item to another space */
        put: operations["moveItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the answers or posts of an item
         * @description Each with its first comments. By `top` the accepted answer leads the first page. None while the body is held.
         */
        get: operations["listReplies"];
        put?: never;
        /**
         * Answer, post or comment
         * @description Which kinds an item takes depends on its own. Only a comment has a `parentId`: what it replies to.
         */
        post: operations["createReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the comments under an item itself */
        get: operations["listItemComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the comments under an answer or post */
        get: operations["listReplyComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a reply as it was written */
        get: operations["readReplySource"];
        put?: never;
        post?: never;
        /**
         * Delete a reply
         * @description Nothing is lost: see `restoreReply`.
         */
        delete: operations["deleteReply"];
        options?: never;
        head?: never;
        /**
         * Change a reply
         * @description Writes a new revision. If-Match says from which one.
         */
        patch: operations["updateReply"];
        trace?: never;
    };
    "/replies/{id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Restore a deleted reply */
        delete: operations["restoreReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/hiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hide a reply */
        put: operations["setReplyHiding"];
        post?: never;
        /** Show a hidden reply again */
        delete: operations["unsetReplyHiding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the revisions of the item */
        get: operations["listItemRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one revision of the item */
        get: operations["readItemRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a revision of the item changed */
        get: operations["diffItemRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the revisions of the reply */
        get: operations["listReplyRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one revision of the reply */
        get: operations["readReplyRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/revisions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a revision of the reply changed */
        get: operations["diffReplyRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Vote for or against the item */
        put: operations["voteItem"];
        post?: never;
        /** Take my vote for the item back */
        delete: operations["unvoteItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/reactions/{emoji}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** React to the item */
        put: operations["reactItem"];
        post?: never;
        /** Take my reaction to the item back */
        delete: operations["unreactItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Vote for or against the reply */
        put: operations["voteReply"];
        post?: never;
        /** Take my vote for the reply back */
        delete: operations["unvoteReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/replies/{id}/reactions/{emoji}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** React to the reply */
        put: operations["reactReply"];
        post?: never;
        /** Take my reaction to the reply back */
        delete: operations["unreactReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/bookmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Bookmark an item
         * @description Read them with `GET /items?sort=bookmarked`.
         */
        put: operations["bookmarkItem"];
        post?: never;
        /**
         * Take a bookmark away
         * @description Read them with `GET /items?sort=bookmarked`.
         */
        delete: operations["unbookmarkItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow an item */
        put: operations["followItem"];
        post?: never;
        /** Stop following an item */
        delete: operations["unfollowItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{slug}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow a tag */
        put: operations["followTag"];
        post?: never;
        /** Stop following a tag */
        delete: operations["unfollowTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow a space */
        put: operations["followSpace"];
        post?: never;
        /** Stop following a space */
        delete: operations["unfollowSpace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow a person */
        put: operations["followPerson"];
        post?: never;
        /** Stop following a person */
        delete: operations["unfollowPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Accept an answer
         * @description One accepted before is accepted no more.
         */
        put: operations["acceptAnswer"];
        post?: never;
        /** Take the acceptance back */
        delete: operations["unacceptAnswer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Close a question to new answers */
        put: operations["closeQuestion"];
        post?: never;
        /** Open a closed question again */
        delete: operations["reopenQuestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/bounties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer points of my reputation for an answer */
        post: operations["offerBounty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/bounty/award": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give the running bounty to an answer */
        put: operations["awardBounty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/columns/{id}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the articles of a column in their order */
        get: operations["listColumn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/columns/{id}/articles/{articleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put an article at the end of a column */
        put: operations["addToColumn"];
        post?: never;
        /** Take an article out of a column */
        delete: operations["removeFromColumn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/columns/{id}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give the articles of a column a new order */
        put: operations["arrangeColumn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snippets/{id}/forks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the public copies of a snippet */
        get: operations["listForks"];
        put?: never;
        /** Publish my own copy of a snippet */
        post: operations["forkSnippet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show how a text will look
         * @description Runs the one pipeline that everything goes through. Nothing is stored.
         */
        post: operations["renderMarkdown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my drafts */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Keep a draft
         * @description It becomes an item by `createItem` with its id as `draftId`.
         */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a draft of mine */
        get: operations["readDraft"];
        /** Write a draft over */
        put: operations["replaceDraft"];
        post?: never;
        /** Throw a draft away for good */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tags, the most used first */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tag with its wiki
         * @description A synonym finds its tag; `slug` of the answer is the canonical one.
         */
        get: operations["readTag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is said of a tag */
        patch: operations["updateTag"];
        trace?: never;
    };
    "/tags/{slug}/synonyms/{word}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a word another name of a tag
         * @description A word that is a tag itself is merged into this one.
         */
        put: operations["addSynonym"];
        post?: never;
        /** A word is another name no more */
        delete: operations["removeSynonym"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the spaces that I may know of */
        get: operations["listSpaces"];
        put?: never;
        /** Open a space */
        post: operations["createSpace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a space */
        get: operations["readSpace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a space */
        patch: operations["updateSpace"];
        trace?: never;
    };
    "/spaces/{slug}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join a space */
        put: operations["joinSpace"];
        post?: never;
        /**
         * Leave a space
         * @description What was paid for stays paid.
         */
        delete: operations["leaveSpace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is in a space */
        get: operations["listSpaceMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a member another role */
        put: operations["setSpaceRole"];
        post?: never;
        /** Remove a member */
        delete: operations["removeSpaceMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the invitations that still work */
        get: operations["listInvitations"];
        put?: never;
        /** Make an invitation */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands behind an invitation */
        get: operations["readInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{token}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Join a space by an invitation */
        put: operations["acceptInvitation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/prices/{months}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a space costs */
        put: operations["priceSpace"];
        post?: never;
        /** Sell a space for this time no more */
        delete: operations["unpriceSpace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a person's profile */
        get: operations["readPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/reputation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a reputation comes from */
        get: operations["listReputation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend a person
         * @description They may read, not act. For those who look after the whole place.
         */
        put: operations["suspendPerson"];
        post?: never;
        /** Lift every suspension of a person */
        delete: operations["liftSuspension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a person a role in the whole place */
        put: operations["setRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my profile */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/me/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I may open */
        get: operations["listEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my API keys */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an API key */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the browsers that are signed in as me */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a browser out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search items of all kinds
         * @description In Chinese and English, over what the asking person may read. `q` takes words, "phrases", -exclusions and filters such as `tag:sql`; the same filters may stand as parameters.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Complete what is being typed */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what concerns me */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark one as read */
        put: operations["readNotification"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark all as read */
        put: operations["readAllNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an item costs */
        get: operations["listItemOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spaces/{slug}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a space costs */
        get: operations["listSpaceOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an offer */
        get: operations["readOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what an item costs
         * @description A new price is a new offer; orders placed keep theirs.
         */
        put: operations["priceItem"];
        post?: never;
        /** Take an item off sale */
        delete: operations["unpriceItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my orders */
        get: operations["listOrders"];
        put?: never;
        /** Order an offer at its present price */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order of mine */
        get: operations["readOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start paying an order */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an order */
        get: operations["listOrderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refunds of an order */
        get: operations["listOrderRefunds"];
        put?: never;
        /**
         * Ask for money back
         * @description Within the cooling-off period all that is left is granted at once; otherwise whoever sold it, or an administrator, decides.
         */
        post: operations["askForRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/refunds/unasked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send money back unasked */
        post: operations["giveRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds that I decide
         * @description Of what I sell; for administrators with `selling=false` everybody’s.
         */
        get: operations["listRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a refund */
        get: operations["readRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Grant a refund, or have one that failed tried again */
        put: operations["approveRefund"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refuse a refund, or call off one that could not be sent */
        put: operations["refuseRefund"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List disputes */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find orders of everybody */
        get: operations["listAllOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every account of the ledger with what it holds */
        get: operations["listLedgerAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/accounts/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of an account */
        get: operations["listLedgerLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moderation-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the public moderation log */
        get: operations["listModerationActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the settings */
        get: operations["readSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can do its work */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measurements for Prometheus
         * @description Open, unless `STOA_METRICS_TOKEN` is set: then it is asked for as a Bearer token.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description RFC 9457.
         * @example {
         *       "type": "/api/docs#items.not_found",
         *       "title": "There is nothing here.",
         *       "status": 404,
         *       "code": "items.not_found",
         *       "detail": "There is no item 12 here.",
         *       "requestId": "0b0e7a52-7b0b-4d0a-9b43-8f8f6b1f2f11",
         *       "errors": [
         *         {
         *           "field": "title",
         *           "code": "items.title_too_short",
         *           "detail": "A title has at least 4 characters"
         *         }
         *       ],
         *       "params": {
         *         "revision": 4
         *       }
         *     }
         */
        Problem: {
            /** @example /api/docs#items.not_found */
            type: string;
            /**
             * @description In the language of Accept-Language.
             * @example There is nothing here.
             */
            title: string;
            /** @example 404 */
            status: number;
            /**
             * @description Stable; what programs should look at.
             * @example items.not_found
             */
            code: string;
            /**
             * @description In English.
             * @example There is no item 12 here.
             */
            detail?: string;
            /** @example 0b0e7a52-7b0b-4d0a-9b43-8f8f6b1f2f11 */
            requestId: string;
            /** @description What is wrong with each field. */
            errors?: {
                /** @example title */
                field: string;
                /** @example items.title_too_short */
                code: string;
                /** @example A title has at least 4 characters */
                detail: string;
            }[];
            /**
             * @description Values that the title speaks of.
             * @example {
             *       "revision": 4
             *     }
             */
            params?: {
                [key: string]: string | number;
            };
        };
        /**
         * @description An item as it stands in a list.
         * @example {
         *       "id": 42,
         *       "kind": "question",
         *       "path": "questions",
         *       "slug": "why-is-my-index-not-used",
         *       "href": "/questions/42/why-is-my-index-not-used",
         *       "title": "Why is my index not used?",
         *       "excerpt": "A query over a million rows scans the whole table although …",
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "price": null,
         *       "status": "published",
         *       "score": 12,
         *       "answerCount": 2,
         *       "commentCount": 1,
         *       "replyCount": 6,
         *       "viewCount": 310,
         *       "bookmarkCount": 4,
         *       "readingMinutes": 3,
         *       "tags": [
         *         "postgresql",
         *         "indexes"
         *       ],
         *       "author": null,
         *       "authorName": "林青",
         *       "space": {
         *         "id": 1,
         *         "slug": "commons",
         *         "name": "Commons",
         *         "names": {
         *           "zh-CN": "广场",
         *           "en": "Commons"
         *         },
         *         "access": "public"
         *       },
         *       "accepted": false,
         *       "closed": false,
         *       "locked": false,
         *       "pinned": false,
         *       "bounty": null,
         *       "communityWiki": false,
         *       "publishedAt": "2025-06-01T08:30:00.000Z",
         *       "lastActivityAt": "2025-06-02T10:00:00.000Z",
         *       "editedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        ItemCard: {
            /** @example 42 */
            id: number;
            /**
             * @description question, article, column, discussion, snippet or a kind added since.
             * @example question
             */
            kind: string;
            /** @example questions */
            path: string;
            /** @example why-is-my-index-not-used */
            slug: string;
            /**
             * @description Where people read it.
             * @example /questions/42/why-is-my-index-not-used
             */
            href: string;
            /** @example Why is my index not used? */
            title: string;
            /** @example A query over a million rows scans the whole table although … */
            excerpt: string;
            /** @enum {string} */
            language: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty: "beginner" | "intermediate" | "advanced" | null;
            /** @enum {string} */
            access: "free" | "members" | "paid";
            price: components["schemas"]["Money"];
            /**
             * @example published
             * @enum {string}
             */
            status: "draft" | "published" | "hidden" | "deleted";
            /** @example 12 */
            score: number;
            /**
             * @description Answers or posts.
             * @example 2
             */
            answerCount: number;
            /**
             * @description Comments under the item itself.
             * @example 1
             */
            commentCount: number;
            /** @example 6 */
            replyCount: number;
            /** @example 310 */
            viewCount: number;
            /** @example 4 */
            bookmarkCount: number;
            /** @example 3 */
            readingMinutes: number;
            /**
             * @example [
             *       "postgresql",
             *       "indexes"
             *     ]
             */
            tags: string[];
            author: components["schemas"]["PersonCard"];
            /** @example 林青 */
            authorName: string;
            space: {
                /** @example 1 */
                id: number;
                /** @example commons */
                slug: string;
                /** @example Commons */
                name: string;
                names: components["schemas"]["Localised"];
                /** @enum {string} */
                access: "public" | "paid" | "private";
            };
            /** @description An answer was accepted. */
            accepted: boolean;
            closed: boolean;
            locked: boolean;
            pinned: boolean;
            /**
             * @description Points offered for an answer, while the offer runs.
             * @example null
             */
            bounty: number | null;
            communityWiki: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-02T10:00:00.000Z
             */
            lastActivityAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            editedAt: string | null;
        };
        /** @example null */
        Money: {
            /**
             * @description Integer minor units: fen, cents, whole yen.
             * @example 1900
             */
            amount: number;
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
        } | null;
        /**
         * @description null when there is no account any more.
         * @example null
         */
        PersonCard: {
            /** @example 7 */
            id: number;
            /** @example lin-qing */
            handle: string;
            /** @example 林青 */
            name: string;
            /**
             * @description Address of a picture; null: the drawn face.
             * @example null
             */
            image: string | null;
            /**
             * @description Parameters of the drawn face; null: drawn from the handle.
             * @example null
             */
            face: {
                [key: string]: unknown;
            } | null;
            /** @example 写数据库的人 */
            headline: string;
            /** @example 1280 */
            reputation: number;
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
        } | null;
        /**
         * @description A text per language; one left out falls back to the plain field.
         * @example {
         *       "zh-CN": "广场",
         *       "en": "Commons"
         *     }
         */
        Localised: {
            "zh-CN"?: string;
            en?: string;
        };
        /**
         * @example {
         *       "id": 42,
         *       "kind": "question",
         *       "slug": "why-is-my-index-not-used"
         *     }
         */
        ItemMade: {
            /** @example 42 */
            id: number;
            /** @example question */
            kind: string;
            /** @example why-is-my-index-not-used */
            slug: string;
        };
        /**
         * @example {
         *       "kind": "text",
         *       "spaceId": 1,
         *       "title": "text",
         *       "source": "text",
         *       "tags": [],
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "data": null,
         *       "draftId": 1
         *     }
         */
        NewItem: {
            /** @description question, article, column, discussion or snippet. */
            kind: string;
            spaceId: number;
            title: string;
            /** @description Markdown. A line `<!-- more -->` ends the free preview. */
            source: string;
            /** @default [] */
            tags: string[];
            /**
             * @default zh-CN
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty?: "beginner" | "intermediate" | "advanced" | null;
            /**
             * @default free
             * @enum {string}
             */
            access: "free" | "members" | "paid";
            /** @description What only this kind has; a snippet: `{ language, code }`. */
            data?: unknown;
            draftId?: number;
        };
        /**
         * @description An item with everything its page shows that is not personal.
         * @example {
         *       "id": 42,
         *       "kind": "question",
         *       "path": "questions",
         *       "slug": "why-is-my-index-not-used",
         *       "href": "/questions/42/why-is-my-index-not-used",
         *       "title": "Why is my index not used?",
         *       "excerpt": "A query over a million rows scans the whole table although …",
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "price": null,
         *       "status": "published",
         *       "score": 12,
         *       "answerCount": 2,
         *       "commentCount": 1,
         *       "replyCount": 6,
         *       "viewCount": 310,
         *       "bookmarkCount": 4,
         *       "readingMinutes": 3,
         *       "tags": [
         *         "postgresql",
         *         "indexes"
         *       ],
         *       "author": null,
         *       "authorName": "林青",
         *       "space": {
         *         "id": 1,
         *         "slug": "commons",
         *         "name": "Commons",
         *         "names": {
         *           "zh-CN": "广场",
         *           "en": "Commons"
         *         },
         *         "access": "public"
         *       },
         *       "accepted": false,
         *       "closed": false,
         *       "locked": false,
         *       "pinned": false,
         *       "bounty": null,
         *       "communityWiki": false,
         *       "publishedAt": "2025-06-01T08:30:00.000Z",
         *       "lastActivityAt": "2025-06-02T10:00:00.000Z",
         *       "editedAt": "2025-06-01T08:30:00.000Z",
         *       "html": "<p>A query over a million rows …</p>",
         *       "headings": [
         *         {
         *           "id": "h-plan",
         *           "text": "The plan",
         *           "level": 2
         *         }
         *       ],
         *       "words": 420,
         *       "hasMath": false,
         *       "hasMermaid": false,
         *       "held": false,
         *       "level": "full",
         *       "revision": 3,
         *       "version": 17,
         *       "bountyEndsAt": "2025-06-01T08:30:00.000Z",
         *       "partOf": 42,
         *       "reactions": {
         *         "rocket": 2
         *       },
         *       "closure": null,
         *       "source": null,
         *       "replies": {
         *         "data": [
         *           {
         *             "id": 99,
         *             "kind": "answer",
         *             "rootId": 99,
         *             "parentId": 99,
         *             "html": "<p>Because of the cast.</p>",
         *             "hasMath": false,
         *             "author": null,
         *             "authorName": "林青",
         *             "score": 5,
         *             "revision": 1,
         *             "accepted": false,
         *             "communityWiki": false,
         *             "createdAt": "2025-06-01T08:30:00.000Z",
         *             "editedAt": "2025-06-01T08:30:00.000Z",
         *             "source": null,
         *             "reactions": {
         *               "rocket": 2
         *             },
         *             "comments": {
         *               "data": [
         *                 {
         *                   "id": 99,
         *                   "kind": "answer",
         *                   "rootId": 99,
         *                   "parentId": 99,
         *                   "html": "<p>Because of the cast.</p>",
         *                   "hasMath": false,
         *                   "author": null,
         *                   "authorName": "林青",
         *                   "score": 5,
         *                   "revision": 1,
         *                   "accepted": false,
         *                   "communityWiki": false,
         *                   "createdAt": "2025-06-01T08:30:00.000Z",
         *                   "editedAt": "2025-06-01T08:30:00.000Z",
         *                   "source": null,
         *                   "reactions": {
         *                     "rocket": 2
         *                   }
         *                 }
         *               ],
         *               "more": 0,
         *               "next": null
         *             }
         *           }
         *         ],
         *         "next": "WzE3LDQyXQ"
         *       },
         *       "comments": {
         *         "data": [
         *           {
         *             "id": 99,
         *             "kind": "answer",
         *             "rootId": 99,
         *             "parentId": 99,
         *             "html": "<p>Because of the cast.</p>",
         *             "hasMath": false,
         *             "author": null,
         *             "authorName": "林青",
         *             "score": 5,
         *             "revision": 1,
         *             "accepted": false,
         *             "communityWiki": false,
         *             "createdAt": "2025-06-01T08:30:00.000Z",
         *             "editedAt": "2025-06-01T08:30:00.000Z",
         *             "source": null,
         *             "reactions": {
         *               "rocket": 2
         *             }
         *           }
         *         ],
         *         "more": 0,
         *         "next": null
         *       },
         *       "related": [
         *         {
         *           "id": 42,
         *           "kind": "question",
         *           "path": "questions",
         *           "slug": "why-is-my-index-not-used",
         *           "href": "/questions/42/why-is-my-index-not-used",
         *           "title": "Why is my index not used?",
         *           "excerpt": "A query over a million rows scans the whole table although …",
         *           "language": "zh-CN",
         *           "difficulty": "beginner",
         *           "access": "free",
         *           "price": null,
         *           "status": "published",
         *           "score": 12,
         *           "answerCount": 2,
         *           "commentCount": 1,
         *           "replyCount": 6,
         *           "viewCount": 310,
         *           "bookmarkCount": 4,
         *           "readingMinutes": 3,
         *           "tags": [
         *             "postgresql",
         *             "indexes"
         *           ],
         *           "author": null,
         *           "authorName": "林青",
         *           "space": {
         *             "id": 1,
         *             "slug": "commons",
         *             "name": "Commons",
         *             "names": {
         *               "zh-CN": "广场",
         *               "en": "Commons"
         *             },
         *             "access": "public"
         *           },
         *           "accepted": false,
         *           "closed": false,
         *           "locked": false,
         *           "pinned": false,
         *           "bounty": null,
         *           "communityWiki": false,
         *           "publishedAt": "2025-06-01T08:30:00.000Z",
         *           "lastActivityAt": "2025-06-02T10:00:00.000Z",
         *           "editedAt": "2025-06-01T08:30:00.000Z"
         *         }
         *       ],
         *       "column": {
         *         "title": "Reading a plan",
         *         "href": "/articles/43/reading-a-plan",
         *         "id": 40,
         *         "position": 1,
         *         "total": 5,
         *         "previous": null,
         *         "next": null
         *       },
         *       "snippet": {
         *         "language": "sql",
         *         "code": null,
         *         "codeHtml": null,
         *         "lines": 12,
         *         "forkCount": 0,
         *         "forkedFrom": null
         *       }
         *     }
         */
        Item: {
            /** @example 42 */
            id: number;
            /**
             * @description question, article, column, discussion, snippet or a kind added since.
             * @example question
             */
            kind: string;
            /** @example questions */
            path: string;
            /** @example why-is-my-index-not-used */
            slug: string;
            /**
             * @description Where people read it.
             * @example /questions/42/why-is-my-index-not-used
             */
            href: string;
            /** @example Why is my index not used? */
            title: string;
            /** @example A query over a million rows scans the whole table although … */
            excerpt: string;
            /** @enum {string} */
            language: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty: "beginner" | "intermediate" | "advanced" | null;
            /** @enum {string} */
            access: "free" | "members" | "paid";
            price: components["schemas"]["Money"];
            /**
             * @example published
             * @enum {string}
             */
            status: "draft" | "published" | "hidden" | "deleted";
            /** @example 12 */
            score: number;
            /**
             * @description Answers or posts.
             * @example 2
             */
            answerCount: number;
            /**
             * @description Comments under the item itself.
             * @example 1
             */
            commentCount: number;
            /** @example 6 */
            replyCount: number;
            /** @example 310 */
            viewCount: number;
            /** @example 4 */
            bookmarkCount: number;
            /** @example 3 */
            readingMinutes: number;
            /**
             * @example [
             *       "postgresql",
             *       "indexes"
             *     ]
             */
            tags: string[];
            author: components["schemas"]["PersonCard"];
            /** @example 林青 */
            authorName: string;
            space: {
                /** @example 1 */
                id: number;
                /** @example commons */
                slug: string;
                /** @example Commons */
                name: string;
                names: components["schemas"]["Localised"];
                /** @enum {string} */
                access: "public" | "paid" | "private";
            };
            /** @description An answer was accepted. */
            accepted: boolean;
            closed: boolean;
            locked: boolean;
            pinned: boolean;
            /**
             * @description Points offered for an answer, while the offer runs.
             * @example null
             */
            bounty: number | null;
            communityWiki: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-02T10:00:00.000Z
             */
            lastActivityAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            editedAt: string | null;
            /**
             * @description The whole body, or what stands before the fold when `held`.
             * @example <p>A query over a million rows …</p>
             */
            html: string;
            headings: {
                /** @example h-plan */
                id: string;
                /** @example The plan */
                text: string;
                /** @example 2 */
                level: number;
            }[];
            /** @example 420 */
            words: number;
            hasMath: boolean;
            hasMermaid: boolean;
            /** @description The body was cut at the preview: this reader lacks the entitlement. */
            held: boolean;
            /** @enum {string} */
            level: "full" | "preview";
            /**
             * @description What If-Match must name to change it.
             * @example 3
             */
            revision: number;
            /**
             * @description Grows with every change that a reader can see.
             * @example 17
             */
            version: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            bountyEndsAt: string | null;
            /**
             * @description The column that an article stands in.
             * @example 42
             */
            partOf: number | null;
            /**
             * @description How many people reacted with each emoji.
             * @example {
             *       "rocket": 2
             *     }
             */
            reactions: {
                heart?: number;
                laugh?: number;
                thinking?: number;
                rocket?: number;
                eyes?: number;
                thanks?: number;
            };
            closure: {
                /** @example duplicate */
                reason: string;
                duplicateOf: {
                    /** @example 41 */
                    id: number;
                    /** @example Index not used with a cast */
                    title: string;
                    /** @example /questions/41/index-not-used */
                    href: string;
                } | null;
                actor: {
                    /** @example lin-qing */
                    handle: string;
                    /** @example 林青 */
                    name: string;
                } | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                createdAt: string;
            } | null;
            source: components["schemas"]["Origin"];
            /** @description Answers or posts, the accepted one first; none while the body is held. */
            replies: {
                data: components["schemas"]["Reply"][];
                /**
                 * @description Give it as `cursor` to read on; null at the end.
                 * @example WzE3LDQyXQ
                 */
                next: string | null;
            };
            comments: {
                data: components["schemas"]["Comment"][];
                /**
                 * @description How many there are beside those.
                 * @example 0
                 */
                more: number;
                /**
                 * @description Cursor for the list of comments.
                 * @example null
                 */
                next: string | null;
            };
            related: components["schemas"]["ItemCard"][];
            /** @description An article's place in its column. */
            column?: {
                /** @example Reading a plan */
                title: string;
                /** @example /articles/43/reading-a-plan */
                href: string;
                /** @example 40 */
                id: number;
                /** @example 1 */
                position: number;
                /** @example 5 */
                total: number;
                previous: {
                    /** @example Reading a plan */
                    title: string;
                    /** @example /articles/43/reading-a-plan */
                    href: string;
                } | null;
                next: {
                    /** @example Reading a plan */
                    title: string;
                    /** @example /articles/43/reading-a-plan */
                    href: string;
                } | null;
            };
            /** @description What only a snippet has. */
            snippet?: {
                /** @example sql */
                language: string;
                code: string | null;
                codeHtml: string | null;
                /** @example 12 */
                lines: number;
                /** @example 0 */
                forkCount: number;
                forkedFrom: {
                    /** @example 42 */
                    id: number;
                    /** @example Count by hour */
                    title: string;
                    /** @example /snippets/44/count-by-hour */
                    href: string;
                    /** @example 林青 */
                    author: string;
                } | null;
            };
        };
        /**
         * @description Where an imported text comes from.
         * @example null
         */
        Origin: {
            /** @example quantum.stackexchange.com */
            site: string;
            /** @example https://quantum.stackexchange.com/q/12 */
            url: string;
            authorName: string | null;
            authorUrl: string | null;
            /** @example CC BY-SA 4.0 */
            licence: string;
            /** @example https://creativecommons.org/licenses/by-sa/4.0/ */
            licenceUrl: string;
        } | null;
        /**
         * @description An answer or a post, with its first comments.
         * @example {
         *       "id": 99,
         *       "kind": "answer",
         *       "rootId": 99,
         *       "parentId": 99,
         *       "html": "<p>Because of the cast.</p>",
         *       "hasMath": false,
         *       "author": null,
         *       "authorName": "林青",
         *       "score": 5,
         *       "revision": 1,
         *       "accepted": false,
         *       "communityWiki": false,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "editedAt": "2025-06-01T08:30:00.000Z",
         *       "source": null,
         *       "reactions": {
         *         "rocket": 2
         *       },
         *       "comments": {
         *         "data": [
         *           {
         *             "id": 99,
         *             "kind": "answer",
         *             "rootId": 99,
         *             "parentId": 99,
         *             "html": "<p>Because of the cast.</p>",
         *             "hasMath": false,
         *             "author": null,
         *             "authorName": "林青",
         *             "score": 5,
         *             "revision": 1,
         *             "accepted": false,
         *             "communityWiki": false,
         *             "createdAt": "2025-06-01T08:30:00.000Z",
         *             "editedAt": "2025-06-01T08:30:00.000Z",
         *             "source": null,
         *             "reactions": {
         *               "rocket": 2
         *             }
         *           }
         *         ],
         *         "more": 0,
         *         "next": null
         *       }
         *     }
         */
        Reply: {
            /** @example 99 */
            id: number;
            /** @enum {string} */
            kind: "answer" | "post" | "comment";
            /**
             * @description The answer or post that a comment stands under; null under the item itself.
             * @example 99
             */
            rootId: number | null;
            /** @example 99 */
            parentId: number | null;
            /** @example <p>Because of the cast.</p> */
            html: string;
            hasMath: boolean;
            author: components["schemas"]["PersonCard"];
            /** @example 林青 */
            authorName: string;
            /** @example 5 */
            score: number;
            /** @example 1 */
            revision: number;
            accepted: boolean;
            communityWiki: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            editedAt: string | null;
            source: components["schemas"]["Origin"];
            /**
             * @description How many people reacted with each emoji.
             * @example {
             *       "rocket": 2
             *     }
             */
            reactions: {
                heart?: number;
                laugh?: number;
                thinking?: number;
                rocket?: number;
                eyes?: number;
                thanks?: number;
            };
            comments: {
                data: components["schemas"]["Comment"][];
                /**
                 * @description How many there are beside those.
                 * @example 0
                 */
                more: number;
                /**
                 * @description Cursor for the list of comments.
                 * @example null
                 */
                next: string | null;
            };
        };
        /**
         * @description A comment; `parentId` is what it replies to.
         * @example {
         *       "id": 99,
         *       "kind": "answer",
         *       "rootId": 99,
         *       "parentId": 99,
         *       "html": "<p>Because of the cast.</p>",
         *       "hasMath": false,
         *       "author": null,
         *       "authorName": "林青",
         *       "score": 5,
         *       "revision": 1,
         *       "accepted": false,
         *       "communityWiki": false,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "editedAt": "2025-06-01T08:30:00.000Z",
         *       "source": null,
         *       "reactions": {
         *         "rocket": 2
         *       }
         *     }
         */
        Comment: {
            /** @example 99 */
            id: number;
            /** @enum {string} */
            kind: "answer" | "post" | "comment";
            /**
             * @description The answer or post that a comment stands under; null under the item itself.
             * @example 99
             */
            rootId: number | null;
            /** @example 99 */
            parentId: number | null;
            /** @example <p>Because of the cast.</p> */
            html: string;
            hasMath: boolean;
            author: components["schemas"]["PersonCard"];
            /** @example 林青 */
            authorName: string;
            /** @example 5 */
            score: number;
            /** @example 1 */
            revision: number;
            accepted: boolean;
            communityWiki: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            editedAt: string | null;
            source: components["schemas"]["Origin"];
            /**
             * @description How many people reacted with each emoji.
             * @example {
             *       "rocket": 2
             *     }
             */
            reactions: {
                heart?: number;
                laugh?: number;
                thinking?: number;
                rocket?: number;
                eyes?: number;
                thanks?: number;
            };
        };
        /**
         * @description What is left out stays.
         * @example {
         *       "title": "text",
         *       "source": "text",
         *       "tags": [
         *         "text"
         *       ],
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "data": null,
         *       "comment": "text"
         *     }
         */
        ItemPatch: {
            title?: string;
            /** @description Markdown. A line `<!-- more -->` ends the free preview. */
            source?: string;
            tags?: string[];
            /** @enum {string} */
            language?: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty?: "beginner" | "intermediate" | "advanced" | null;
            /** @enum {string} */
            access?: "free" | "members" | "paid";
            data?: unknown;
            /** @description Why, in the history. */
            comment?: string;
        };
        /**
         * @description An item as it was written: Markdown.
         * @example {
         *       "id": 42,
         *       "kind": "question",
         *       "spaceId": 1,
         *       "revision": 3,
         *       "title": "Why is my index not used?",
         *       "source": "A query over a million rows …",
         *       "tags": [
         *         "postgresql"
         *       ],
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "data": null
         *     }
         */
        ItemSource: {
            /** @example 42 */
            id: number;
            /** @example question */
            kind: string;
            /** @example 1 */
            spaceId: number;
            /** @example 3 */
            revision: number;
            /** @example Why is my index not used? */
            title: string;
            /** @example A query over a million rows … */
            source: string;
            /**
             * @example [
             *       "postgresql"
             *     ]
             */
            tags: string[];
            /** @enum {string} */
            language: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty: "beginner" | "intermediate" | "advanced" | null;
            /** @enum {string} */
            access: "free" | "members" | "paid";
            /** @description What only this kind has, e.g. the code of a snippet. */
            data?: unknown;
        };
        /**
         * @example {
         *       "votes": [
         *         {
         *           "replyId": 99,
         *           "value": 1
         *         }
         *       ],
         *       "reactions": [
         *         {
         *           "replyId": 99,
         *           "emoji": "heart"
         *         }
         *       ],
         *       "bookmarked": false,
         *       "following": false,
         *       "can": {
         *         "vote": true,
         *         "edit": false
         *       }
         *     }
         */
        PersonalState: {
            votes: {
                /** @example 99 */
                replyId: number | null;
                /** @example 1 */
                value: number;
            }[];
            reactions: {
                /** @example 99 */
                replyId: number | null;
                /** @enum {string} */
                emoji: "heart" | "laugh" | "thinking" | "rocket" | "eyes" | "thanks";
            }[];
            bookmarked: boolean;
            following: boolean;
            /**
             * @description What this person may do here.
             * @example {
             *       "vote": true,
             *       "edit": false
             *     }
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * @example {
         *       "kind": "answer",
         *       "parentId": null,
         *       "source": "text"
         *     }
         */
        NewReply: {
            /** @enum {string} */
            kind: "answer" | "post" | "comment";
            parentId?: number | null;
            /** @description Markdown. */
            source: string;
        };
        /**
         * @description A reply as it was written: Markdown.
         * @example {
         *       "id": 99,
         *       "itemId": 42,
         *       "kind": "answer",
         *       "revision": 1,
         *       "source": "Because of the cast."
         *     }
         */
        ReplySource: {
            /** @example 99 */
            id: number;
            /** @example 42 */
            itemId: number;
            /** @enum {string} */
            kind: "answer" | "post" | "comment";
            /** @example 1 */
            revision: number;
            /** @example Because of the cast. */
            source: string;
        };
        /**
         * @example {
         *       "source": "text",
         *       "comment": ""
         *     }
         */
        ReplyPatch: {
            /** @description Markdown. */
            source: string;
            /** @default  */
            comment: string;
        };
        /**
         * @example {
         *       "number": 2,
         *       "editor": null,
         *       "editorName": "林青",
         *       "comment": "Clearer title",
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        RevisionCard: {
            /** @example 2 */
            number: number;
            editor: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            } | null;
            /** @example 林青 */
            editorName: string;
            /** @example Clearer title */
            comment: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "number": 2,
         *       "editor": null,
         *       "editorName": "林青",
         *       "comment": "Clearer title",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "title": null,
         *       "source": "A query over a million rows …",
         *       "tags": null,
         *       "data": null
         *     }
         */
        Revision: {
            /** @example 2 */
            number: number;
            editor: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            } | null;
            /** @example 林青 */
            editorName: string;
            /** @example Clearer title */
            comment: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            title: string | null;
            /** @example A query over a million rows … */
            source: string;
            tags: string[] | null;
            data?: unknown;
        };
        /**
         * @example {
         *       "from": 1,
         *       "to": 2,
         *       "title": [
         *         {
         *           "kind": "same",
         *           "text": "A query over a million rows\n"
         *         }
         *       ],
         *       "source": [
         *         {
         *           "kind": "same",
         *           "text": "A query over a million rows\n"
         *         }
         *       ],
         *       "tags": {
         *         "added": [
         *           "text"
         *         ],
         *         "removed": [
         *           "text"
         *         ]
         *       }
         *     }
         */
        Diff: {
            /** @example 1 */
            from: number;
            /** @example 2 */
            to: number;
            /** @description By words; empty where there is no title. */
            title: {
                /** @enum {string} */
                kind: "same" | "added" | "removed";
                /** @example A query over a million rows */
                text: string;
            }[];
            /** @description By lines. */
            source: {
                /** @enum {string} */
                kind: "same" | "added" | "removed";
                /** @example A query over a million rows */
                text: string;
            }[];
            tags: {
                added: string[];
                removed: string[];
            };
        };
        /**
         * @example {
         *       "score": 13,
         *       "value": 1
         *     }
         */
        Voted: {
            /** @example 13 */
            score: number;
            /** @example 1 */
            value: number;
        };
        /**
         * @example {
         *       "counts": {
         *         "rocket": 2
         *       }
         *     }
         */
        Reacted: {
            /**
             * @description How many people reacted with each emoji.
             * @example {
             *       "rocket": 2
             *     }
             */
            counts: {
                heart?: number;
                laugh?: number;
                thinking?: number;
                rocket?: number;
                eyes?: number;
                thanks?: number;
            };
        };
        /**
         * @example {
         *       "reason": "duplicate",
         *       "duplicateOf": null
         *     }
         */
        NewClosure: {
            /** @enum {string} */
            reason: "duplicate" | "unclear" | "off-topic" | "opinion" | "not-reproducible" | "spam";
            duplicateOf?: number | null;
        };
        /**
         * @example {
         *       "amount": 1,
         *       "days": 7
         *     }
         */
        NewBounty: {
            amount: number;
            /** @default 7 */
            days: number;
        };
        /**
         * @description In the same space under the same title, unless told otherwise.
         * @example {
         *       "spaceId": 1,
         *       "title": "text"
         *     }
         */
        NewFork: {
            spaceId?: number;
            title?: string;
        };
        /**
         * @example {
         *       "html": "<p>Hello</p>",
         *       "previewHtml": null,
         *       "excerpt": "Hello",
         *       "headings": [
         *         {
         *           "id": "h-plan",
         *           "text": "The plan",
         *           "level": 2
         *         }
         *       ],
         *       "words": 1,
         *       "readingMinutes": 1,
         *       "hasMath": false,
         *       "hasMermaid": false
         *     }
         */
        Rendered: {
            /** @example <p>Hello</p> */
            html: string;
            /** @description What stands before `<!-- more -->`. */
            previewHtml: string | null;
            /** @example Hello */
            excerpt: string;
            headings: {
                /** @example h-plan */
                id: string;
                /** @example The plan */
                text: string;
                /** @example 2 */
                level: number;
            }[];
            /** @example 1 */
            words: number;
            /** @example 1 */
            readingMinutes: number;
            hasMath: boolean;
            hasMermaid: boolean;
        };
        /**
         * @example {
         *       "source": "text",
         *       "base": "post",
         *       "locale": "zh-CN"
         *     }
         */
        Markdown: {
            source: string;
            /**
             * @description Comments are plain.
             * @default post
             * @enum {string}
             */
            base: "post" | "comment";
            /**
             * @description Of the few words that rendering adds.
             * @enum {string}
             */
            locale?: "zh-CN" | "en";
        };
        /**
         * @example {
         *       "id": 90,
         *       "kind": "article",
         *       "spaceId": 1,
         *       "title": "Reading a plan",
         *       "source": "Markdown",
         *       "tags": [
         *         "text"
         *       ],
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "data": null,
         *       "savedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Draft: {
            /** @example 90 */
            id: number;
            /** @example article */
            kind: string;
            /** @example 1 */
            spaceId: number;
            /** @example Reading a plan */
            title: string;
            /** @example Markdown */
            source: string;
            tags: string[];
            /** @enum {string} */
            language: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty: "beginner" | "intermediate" | "advanced" | null;
            /** @enum {string} */
            access: "free" | "members" | "paid";
            data?: unknown;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            savedAt: string;
        };
        /**
         * @description Nothing is checked but sizes.
         * @example {
         *       "kind": "text",
         *       "spaceId": 1,
         *       "title": "",
         *       "source": "",
         *       "tags": [],
         *       "language": "zh-CN",
         *       "difficulty": "beginner",
         *       "access": "free",
         *       "data": null
         *     }
         */
        NewDraft: {
            kind: string;
            spaceId: number;
            /** @default  */
            title: string;
            /** @default  */
            source: string;
            /** @default [] */
            tags: string[];
            /**
             * @default zh-CN
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /** @enum {string|null} */
            difficulty?: "beginner" | "intermediate" | "advanced" | null;
            /**
             * @default free
             * @enum {string}
             */
            access: "free" | "members" | "paid";
            data?: unknown;
        };
        /**
         * @example {
         *       "id": 5,
         *       "slug": "postgresql",
         *       "name": "PostgreSQL",
         *       "names": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "description": "The relational database",
         *       "descriptions": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "itemCount": 40,
         *       "followerCount": 12,
         *       "moderatorOnly": false
         *     }
         */
        TagCard: {
            /** @example 5 */
            id: number;
            /** @example postgresql */
            slug: string;
            /** @example PostgreSQL */
            name: string;
            names: components["schemas"]["Localised"];
            /** @example The relational database */
            description: string;
            descriptions: components["schemas"]["Localised"];
            /** @example 40 */
            itemCount: number;
            /** @example 12 */
            followerCount: number;
            moderatorOnly: boolean;
        };
        /**
         * @example {
         *       "id": 5,
         *       "slug": "postgresql",
         *       "name": "PostgreSQL",
         *       "names": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "description": "The relational database",
         *       "descriptions": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "itemCount": 40,
         *       "followerCount": 12,
         *       "moderatorOnly": false,
         *       "wiki": "Markdown",
         *       "wikiHtml": "<p>…</p>",
         *       "synonyms": [
         *         "postgres",
         *         "pg"
         *       ],
         *       "following": false
         *     }
         */
        Tag: {
            /** @example 5 */
            id: number;
            /** @example postgresql */
            slug: string;
            /** @example PostgreSQL */
            name: string;
            names: components["schemas"]["Localised"];
            /** @example The relational database */
            description: string;
            descriptions: components["schemas"]["Localised"];
            /** @example 40 */
            itemCount: number;
            /** @example 12 */
            followerCount: number;
            moderatorOnly: boolean;
            /** @example Markdown */
            wiki: string;
            /** @example <p>…</p> */
            wikiHtml: string;
            /**
             * @example [
             *       "postgres",
             *       "pg"
             *     ]
             */
            synonyms: string[];
            following: boolean;
        };
        /**
         * @description What is left out stays. The wiki is Markdown.
         * @example {
         *       "name": "text",
         *       "names": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "description": "text",
         *       "descriptions": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "wiki": "text",
         *       "moderatorOnly": false,
         *       "required": false
         *     }
         */
        TagPatch: {
            name?: string;
            names?: {
                "zh-CN"?: string;
                en?: string;
            };
            description?: string;
            descriptions?: {
                "zh-CN"?: string;
                en?: string;
            };
            wiki?: string;
            moderatorOnly?: boolean;
            required?: boolean;
        };
        /**
         * @example {
         *       "id": 3,
         *       "slug": "systems",
         *       "name": "Systems",
         *       "names": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "tagline": "What runs below",
         *       "taglines": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "access": "public",
         *       "accent": "#3b6fd4",
         *       "memberCount": 120,
         *       "itemCount": 31,
         *       "role": "owner"
         *     }
         */
        SpaceCard: {
            /** @example 3 */
            id: number;
            /** @example systems */
            slug: string;
            /** @example Systems */
            name: string;
            names: components["schemas"]["Localised"];
            /** @example What runs below */
            tagline: string;
            taglines: components["schemas"]["Localised"];
            /** @enum {string} */
            access: "public" | "paid" | "private";
            /** @example #3b6fd4 */
            accent: string;
            /** @example 120 */
            memberCount: number;
            /** @example 31 */
            itemCount: number;
            /**
             * @description What the asking person is there.
             * @enum {string|null}
             */
            role: "owner" | "moderator" | "expert" | "member" | null;
        };
        /**
         * @example {
         *       "slug": "text",
         *       "name": "text",
         *       "names": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "tagline": "text",
         *       "taglines": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "about": "text",
         *       "abouts": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "rules": [
         *         {
         *           "title": "text",
         *           "text": "",
         *           "titles": {
         *             "zh-CN": "text",
         *             "en": "text"
         *           },
         *           "texts": {
         *             "zh-CN": "text",
         *             "en": "text"
         *           }
         *         }
         *       ],
         *       "access": "public",
         *       "accent": "#3b6fd4"
         *     }
         */
        NewSpace: {
            slug: string;
            name: string;
            names?: {
                "zh-CN"?: string;
                en?: string;
            };
            tagline?: string;
            taglines?: {
                "zh-CN"?: string;
                en?: string;
            };
            about?: string;
            abouts?: {
                "zh-CN"?: string;
                en?: string;
            };
            rules?: {
                title: string;
                /** @default  */
                text: string;
                titles?: {
                    "zh-CN"?: string;
                    en?: string;
                };
                texts?: {
                    "zh-CN"?: string;
                    en?: string;
                };
            }[];
            /** @enum {string} */
            access?: "public" | "paid" | "private";
            /** @example #3b6fd4 */
            accent?: string;
        };
        /**
         * @example {
         *       "id": 3,
         *       "slug": "systems",
         *       "name": "Systems",
         *       "names": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "tagline": "What runs below",
         *       "taglines": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "access": "public",
         *       "accent": "#3b6fd4",
         *       "memberCount": 120,
         *       "itemCount": 31,
         *       "role": "owner",
         *       "about": "Markdown",
         *       "abouts": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "rules": [
         *         {
         *           "title": "Be kind",
         *           "text": "…",
         *           "titles": {
         *             "zh-CN": "广场",
         *             "en": "Commons"
         *           },
         *           "texts": {
         *             "zh-CN": "广场",
         *             "en": "Commons"
         *           }
         *         }
         *       ],
         *       "ownerId": 7,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "archivedAt": "2025-06-01T08:30:00.000Z",
         *       "can": {
         *         "join": true,
         *         "update": false
         *       }
         *     }
         */
        Space: {
            /** @example 3 */
            id: number;
            /** @example systems */
            slug: string;
            /** @example Systems */
            name: string;
            names: components["schemas"]["Localised"];
            /** @example What runs below */
            tagline: string;
            taglines: components["schemas"]["Localised"];
            /** @enum {string} */
            access: "public" | "paid" | "private";
            /** @example #3b6fd4 */
            accent: string;
            /** @example 120 */
            memberCount: number;
            /** @example 31 */
            itemCount: number;
            /**
             * @description What the asking person is there.
             * @enum {string|null}
             */
            role: "owner" | "moderator" | "expert" | "member" | null;
            /** @example Markdown */
            about: string;
            abouts: components["schemas"]["Localised"];
            rules: {
                /** @example Be kind */
                title: string;
                /** @example … */
                text: string;
                titles?: components["schemas"]["Localised"];
                texts?: components["schemas"]["Localised"];
            }[];
            /** @example 7 */
            ownerId: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            archivedAt: string | null;
            /**
             * @example {
             *       "join": true,
             *       "update": false
             *     }
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * @description What is left out stays.
         * @example {
         *       "slug": "text",
         *       "name": "text",
         *       "names": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "tagline": "text",
         *       "taglines": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "about": "text",
         *       "abouts": {
         *         "zh-CN": "text",
         *         "en": "text"
         *       },
         *       "rules": [
         *         {
         *           "title": "text",
         *           "text": "",
         *           "titles": {
         *             "zh-CN": "text",
         *             "en": "text"
         *           },
         *           "texts": {
         *             "zh-CN": "text",
         *             "en": "text"
         *           }
         *         }
         *       ],
         *       "access": "public",
         *       "accent": "#3b6fd4",
         *       "archived": false
         *     }
         */
        SpacePatch: {
            slug?: string;
            name?: string;
            names?: {
                "zh-CN"?: string;
                en?: string;
            };
            tagline?: string;
            taglines?: {
                "zh-CN"?: string;
                en?: string;
            };
            about?: string;
            abouts?: {
                "zh-CN"?: string;
                en?: string;
            };
            rules?: {
                title: string;
                /** @default  */
                text: string;
                titles?: {
                    "zh-CN"?: string;
                    en?: string;
                };
                texts?: {
                    "zh-CN"?: string;
                    en?: string;
                };
            }[];
            /** @enum {string} */
            access?: "public" | "paid" | "private";
            /** @example #3b6fd4 */
            accent?: string;
            archived?: boolean;
        };
        /**
         * @example {
         *       "person": null,
         *       "role": "owner",
         *       "joinedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        SpaceMember: {
            person: components["schemas"]["PersonCard"];
            /** @enum {string} */
            role: "owner" | "moderator" | "expert" | "member";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            joinedAt: string;
        };
        /**
         * @example {
         *       "id": 8,
         *       "uses": 0,
         *       "maxUses": 10,
         *       "expiresAt": "2025-06-01T08:30:00.000Z",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "createdBy": "林青"
         *     }
         */
        Invitation: {
            /** @example 8 */
            id: number;
            /** @example 0 */
            uses: number;
            /** @example 10 */
            maxUses: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /** @example 林青 */
            createdBy: string;
        };
        /**
         * @example {
         *       "id": 8,
         *       "token": "hZ4v…",
         *       "url": "/invitations/hZ4v…",
         *       "expiresAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        InvitationMade: {
            /** @example 8 */
            id: number;
            /**
             * @description Shown once.
             * @example hZ4v…
             */
            token: string;
            /** @example /invitations/hZ4v… */
            url: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            expiresAt: string;
        };
        /**
         * @example {
         *       "maxUses": 1,
         *       "days": 7
         *     }
         */
        NewInvitation: {
            /** @default 1 */
            maxUses: number;
            /** @default 7 */
            days: number;
        };
        /**
         * @example {
         *       "id": 7,
         *       "handle": "lin-qing",
         *       "name": "林青",
         *       "image": null,
         *       "face": null,
         *       "headline": "写数据库的人",
         *       "reputation": 1280,
         *       "role": "member",
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        PersonListed: {
            /** @example 7 */
            id: number;
            /** @example lin-qing */
            handle: string;
            /** @example 林青 */
            name: string;
            /**
             * @description Address of a picture; null: the drawn face.
             * @example null
             */
            image: string | null;
            /**
             * @description Parameters of the drawn face; null: drawn from the handle.
             * @example null
             */
            face: {
                [key: string]: unknown;
            } | null;
            /** @example 写数据库的人 */
            headline: string;
            /** @example 1280 */
            reputation: number;
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "id": 7,
         *       "handle": "lin-qing",
         *       "name": "林青",
         *       "image": null,
         *       "face": null,
         *       "headline": "写数据库的人",
         *       "reputation": 1280,
         *       "role": "member",
         *       "bio": "Markdown",
         *       "bioHtml": "<p>…</p>",
         *       "website": "https://example.org",
         *       "expertise": [
         *         "PostgreSQL"
         *       ],
         *       "timeZone": "Asia/Shanghai",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "badges": [
         *         {
         *           "name": "Teacher",
         *           "class": "gold",
         *           "count": 1
         *         }
         *       ]
         *     }
         */
        Person: {
            /** @example 7 */
            id: number;
            /** @example lin-qing */
            handle: string;
            /** @example 林青 */
            name: string;
            /**
             * @description Address of a picture; null: the drawn face.
             * @example null
             */
            image: string | null;
            /**
             * @description Parameters of the drawn face; null: drawn from the handle.
             * @example null
             */
            face: {
                [key: string]: unknown;
            } | null;
            /** @example 写数据库的人 */
            headline: string;
            /** @example 1280 */
            reputation: number;
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @example Markdown */
            bio: string;
            /** @example <p>…</p> */
            bioHtml: string;
            /** @example https://example.org */
            website: string;
            /**
             * @example [
             *       "PostgreSQL"
             *     ]
             */
            expertise: string[];
            /** @example Asia/Shanghai */
            timeZone: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            badges: {
                /** @example Teacher */
                name: string;
                /** @enum {string} */
                class: "gold" | "silver" | "bronze";
                /** @example 1 */
                count: number;
            }[];
        };
        /**
         * @example {
         *       "id": 501,
         *       "amount": 10,
         *       "reason": "vote",
         *       "itemId": 42,
         *       "title": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        ReputationEntry: {
            /** @example 501 */
            id: number;
            /** @example 10 */
            amount: number;
            /** @example vote */
            reason: string;
            /** @example 42 */
            itemId: number | null;
            title: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "reason": "text",
         *       "days": null
         *     }
         */
        NewSuspension: {
            /** @description The person will read it. */
            reason: string;
            /**
             * @description null: until it is lifted.
             * @default null
             */
            days: number | null;
        };
        /**
         * @example {
         *       "id": 7,
         *       "handle": "lin-qing",
         *       "name": "林青",
         *       "email": "lin-qing@example.org",
         *       "emailVerified": false,
         *       "image": null,
         *       "face": null,
         *       "headline": "写数据库的人",
         *       "bio": "Markdown",
         *       "website": "https://example.org",
         *       "expertise": [
         *         "PostgreSQL"
         *       ],
         *       "locale": "zh-CN",
         *       "timeZone": "Asia/Shanghai",
         *       "reputation": 1280,
         *       "role": "member",
         *       "unreadCount": 2,
         *       "suspended": false,
         *       "scopes": [
         *         "read"
         *       ]
         *     }
         */
        Me: {
            /** @example 7 */
            id: number;
            /** @example lin-qing */
            handle: string;
            /** @example 林青 */
            name: string;
            /** @example lin-qing@example.org */
            email: string;
            emailVerified: boolean;
            image: string | null;
            face: {
                [key: string]: unknown;
            } | null;
            /** @example 写数据库的人 */
            headline: string;
            /** @example Markdown */
            bio: string;
            /** @example https://example.org */
            website: string;
            /**
             * @example [
             *       "PostgreSQL"
             *     ]
             */
            expertise: string[];
            /** @enum {string} */
            locale: "zh-CN" | "en";
            /** @example Asia/Shanghai */
            timeZone: string;
            /** @example 1280 */
            reputation: number;
            /** @enum {string} */
            role: "member" | "moderator" | "admin";
            /** @example 2 */
            unreadCount: number;
            suspended: boolean;
            /**
             * @description Of the key that asked; null in a browser.
             * @example [
             *       "read"
             *     ]
             */
            scopes: ("read" | "write" | "admin")[] | null;
        };
        /**
         * @description What is left out stays.
         * @example {
         *       "name": "text",
         *       "handle": "text",
         *       "headline": "",
         *       "bio": "",
         *       "website": "",
         *       "locale": "zh-CN",
         *       "timeZone": "text",
         *       "expertise": []
         *     }
         */
        ProfilePatch: {
            name?: string;
            handle?: string;
            /** @default  */
            headline: string;
            /** @default  */
            bio: string;
            /** @default  */
            website: "" | string;
            /** @enum {string} */
            locale?: "zh-CN" | "en";
            timeZone?: string;
            /** @default [] */
            expertise: string[];
        };
        /**
         * @example {
         *       "id": 21,
         *       "itemId": 42,
         *       "spaceId": 3,
         *       "name": "Inside the query planner",
         *       "source": "purchase",
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "revokedAt": "2025-06-01T08:30:00.000Z",
         *       "inForce": false
         *     }
         */
        Entitlement: {
            /** @example 21 */
            id: number;
            /** @example 42 */
            itemId: number | null;
            /** @example 3 */
            spaceId: number | null;
            /** @example Inside the query planner */
            name: string;
            /** @enum {string} */
            source: "purchase" | "subscription" | "grant" | "trial" | "seat" | "gift";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description null: for good.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            revokedAt: string | null;
            inForce: boolean;
        };
        /**
         * @example {
         *       "id": 2,
         *       "name": "Backup script",
         *       "prefix": "stoa_3f9a2b1",
         *       "scopes": [
         *         "read"
         *       ],
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "lastUsedAt": "2025-06-01T08:30:00.000Z",
         *       "expiresAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        ApiKey: {
            /** @example 2 */
            id: number;
            /** @example Backup script */
            name: string;
            /** @example stoa_3f9a2b1 */
            prefix: string;
            scopes: ("read" | "write" | "admin")[];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            expiresAt: string | null;
        };
        /**
         * @example {
         *       "name": "text",
         *       "scopes": [
         *         "read"
         *       ],
         *       "days": 0
         *     }
         */
        NewApiKey: {
            name: string;
            scopes: ("read" | "write" | "admin")[];
            /**
             * @description Until it ends; 0 for never.
             * @default 0
             */
            days: number;
        };
        /**
         * @example {
         *       "id": 11,
         *       "ipAddress": null,
         *       "userAgent": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "updatedAt": "2025-06-01T08:30:00.000Z",
         *       "current": false
         *     }
         */
        Session: {
            /** @example 11 */
            id: number;
            ipAddress: string | null;
            userAgent: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            updatedAt: string;
            current: boolean;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "item": {
         *             "id": 42,
         *             "kind": "question",
         *             "path": "questions",
         *             "slug": "why-is-my-index-not-used",
         *             "href": "/questions/42/why-is-my-index-not-used",
         *             "title": "Why is my index not used?",
         *             "excerpt": "A query over a million rows scans the whole table although …",
         *             "language": "zh-CN",
         *             "difficulty": "beginner",
         *             "access": "free",
         *             "price": null,
         *             "status": "published",
         *             "score": 12,
         *             "answerCount": 2,
         *             "commentCount": 1,
         *             "replyCount": 6,
         *             "viewCount": 310,
         *             "bookmarkCount": 4,
         *             "readingMinutes": 3,
         *             "tags": [
         *               "postgresql",
         *               "indexes"
         *             ],
         *             "author": null,
         *             "authorName": "林青",
         *             "space": {
         *               "id": 1,
         *               "slug": "commons",
         *               "name": "Commons",
         *               "names": {
         *                 "zh-CN": "广场",
         *                 "en": "Commons"
         *               },
         *               "access": "public"
         *             },
         *             "accepted": false,
         *             "closed": false,
         *             "locked": false,
         *             "pinned": false,
         *             "bounty": null,
         *             "communityWiki": false,
         *             "publishedAt": "2025-06-01T08:30:00.000Z",
         *             "lastActivityAt": "2025-06-02T10:00:00.000Z",
         *             "editedAt": "2025-06-01T08:30:00.000Z"
         *           },
         *           "title": [
         *             {
         *               "text": "index",
         *               "hit": false
         *             }
         *           ],
         *           "snippet": [
         *             {
         *               "text": "index",
         *               "hit": false
         *             }
         *           ],
         *           "replyId": 99,
         *           "held": false
         *         }
         *       ],
         *       "next": "2",
         *       "total": 37,
         *       "more": false,
         *       "relaxed": false,
         *       "corrections": [
         *         {
         *           "from": "idnex",
         *           "to": "index"
         *         }
         *       ],
         *       "problems": [
         *         {
         *           "filter": "after",
         *           "value": "yesterdy"
         *         }
         *       ]
         *     }
         */
        SearchResult: {
            data: components["schemas"]["Hit"][];
            /** @example 2 */
            next: string | null;
            /** @example 37 */
            total: number;
            /** @description There are more than were counted. */
            more: boolean;
            /** @description Few texts had every word: these have most of them. */
            relaxed: boolean;
            corrections: {
                /** @example idnex */
                from: string;
                /** @example index */
                to: string;
            }[];
            /** @description Filters that could not be used. */
            problems: {
                /** @example after */
                filter: string;
                /** @example yesterdy */
                value: string;
            }[];
        };
        /**
         * @example {
         *       "item": {
         *         "id": 42,
         *         "kind": "question",
         *         "path": "questions",
         *         "slug": "why-is-my-index-not-used",
         *         "href": "/questions/42/why-is-my-index-not-used",
         *         "title": "Why is my index not used?",
         *         "excerpt": "A query over a million rows scans the whole table although …",
         *         "language": "zh-CN",
         *         "difficulty": "beginner",
         *         "access": "free",
         *         "price": null,
         *         "status": "published",
         *         "score": 12,
         *         "answerCount": 2,
         *         "commentCount": 1,
         *         "replyCount": 6,
         *         "viewCount": 310,
         *         "bookmarkCount": 4,
         *         "readingMinutes": 3,
         *         "tags": [
         *           "postgresql",
         *           "indexes"
         *         ],
         *         "author": null,
         *         "authorName": "林青",
         *         "space": {
         *           "id": 1,
         *           "slug": "commons",
         *           "name": "Commons",
         *           "names": {
         *             "zh-CN": "广场",
         *             "en": "Commons"
         *           },
         *           "access": "public"
         *         },
         *         "accepted": false,
         *         "closed": false,
         *         "locked": false,
         *         "pinned": false,
         *         "bounty": null,
         *         "communityWiki": false,
         *         "publishedAt": "2025-06-01T08:30:00.000Z",
         *         "lastActivityAt": "2025-06-02T10:00:00.000Z",
         *         "editedAt": "2025-06-01T08:30:00.000Z"
         *       },
         *       "title": [
         *         {
         *           "text": "index",
         *           "hit": false
         *         }
         *       ],
         *       "snippet": [
         *         {
         *           "text": "index",
         *           "hit": false
         *         }
         *       ],
         *       "replyId": 99,
         *       "held": false
         *     }
         */
        Hit: {
            item: components["schemas"]["ItemCard"];
            /** @description The text in pieces; what was searched for has `hit`. */
            title: {
                /** @example index */
                text: string;
                hit: boolean;
            }[];
            /** @description The text in pieces; what was searched for has `hit`. */
            snippet: {
                /** @example index */
                text: string;
                hit: boolean;
            }[];
            /**
             * @description The reply that the snippet is from.
             * @example 99
             */
            replyId: number | null;
            held: boolean;
        };
        /**
         * @example {
         *       "titles": [
         *         {
         *           "id": 42,
         *           "kind": "question",
         *           "href": "/questions/42/why-is-my-index-not-used",
         *           "title": [
         *             {
         *               "text": "index",
         *               "hit": false
         *             }
         *           ]
         *         }
         *       ],
         *       "tags": [
         *         {
         *           "slug": "postgresql",
         *           "name": "PostgreSQL",
         *           "names": {
         *             "zh-CN": "广场",
         *             "en": "Commons"
         *           },
         *           "itemCount": 40
         *         }
         *       ],
         *       "people": [
         *         {
         *           "handle": "lin-qing",
         *           "name": "林青",
         *           "image": null,
         *           "face": null
         *         }
         *       ]
         *     }
         */
        Suggestions: {
            titles: {
                /** @example 42 */
                id: number;
                /** @example question */
                kind: string;
                /** @example /questions/42/why-is-my-index-not-used */
                href: string;
                /** @description The text in pieces; what was searched for has `hit`. */
                title: {
                    /** @example index */
                    text: string;
                    hit: boolean;
                }[];
            }[];
            tags: {
                /** @example postgresql */
                slug: string;
                /** @example PostgreSQL */
                name: string;
                names: components["schemas"]["Localised"];
                /** @example 40 */
                itemCount: number;
            }[];
            people: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
                image: string | null;
                face: {
                    [key: string]: unknown;
                } | null;
            }[];
        };
        /**
         * @example {
         *       "id": 301,
         *       "kind": "answer",
         *       "actor": null,
         *       "item": null,
         *       "replyId": 99,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "read": false
         *     }
         */
        Notification: {
            /** @example 301 */
            id: number;
            /** @example answer */
            kind: string;
            actor: components["schemas"]["PersonCard"];
            item: {
                /** @example 42 */
                id: number;
                /** @example question */
                kind: string;
                /** @example why-is-my-index-not-used */
                slug: string;
                /** @example Why is my index not used? */
                title: string;
            } | null;
            /** @example 99 */
            replyId: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            read: boolean;
        };
        /**
         * @example {
         *       "id": 61,
         *       "sells": "item",
         *       "itemId": 42,
         *       "spaceId": 3,
         *       "bundleId": 42,
         *       "tierId": 42,
         *       "personId": 42,
         *       "price": null,
         *       "pricing": "fixed",
         *       "renews": false,
         *       "trialDays": null,
         *       "left": null,
         *       "terms": {},
         *       "months": null,
         *       "title": "Inside the query planner",
         *       "sellerId": 7
         *     }
         */
        Offer: {
            /** @example 61 */
            id: number;
            /**
             * @description What is sold.
             * @enum {string}
             */
            sells: "item" | "space" | "seats" | "bundle" | "tier" | "question" | "slot" | "tip";
            /** @example 42 */
            itemId: number | null;
            /** @example 3 */
            spaceId: number | null;
            /** @example 42 */
            bundleId: number | null;
            /** @example 42 */
            tierId: number | null;
            /** @example 42 */
            personId: number | null;
            price: components["schemas"]["Money"];
            /**
             * @description open: what the buyer pleases, the price at least.
             * @enum {string}
             */
            pricing: "fixed" | "open";
            /** @description A subscription: paid again until it is cancelled. */
            renews: boolean;
            trialDays: number | null;
            /** @description How many are left; null: as many as asked for. */
            left: number | null;
            /** @description What only one kind of offer has. */
            terms: {
                [key: string]: unknown;
            };
            /**
             * @description For what is sold by time: how many months one payment opens it for.
             * @example null
             */
            months: number | null;
            /** @example Inside the query planner */
            title: string;
            /** @example 7 */
            sellerId: number | null;
        };
        /**
         * @example {
         *       "id": 71,
         *       "offerId": 61,
         *       "status": "pending",
         *       "price": null,
         *       "refunded": 1,
         *       "quantity": 1,
         *       "quote": [
         *         {
         *           "what": "text",
         *           "amount": 1,
         *           "data": {}
         *         }
         *       ],
         *       "gift": false,
         *       "title": "Inside the query planner",
         *       "sells": "item",
         *       "itemId": 42,
         *       "spaceId": 3,
         *       "bundleId": 42,
         *       "tierId": 42,
         *       "personId": 42,
         *       "months": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "paidAt": "2025-06-01T08:30:00.000Z",
         *       "payment": null
         *     }
         */
        Order: {
            /** @example 71 */
            id: number;
            /** @example 61 */
            offerId: number;
            /** @enum {string} */
            status: "pending" | "paid" | "cancelled" | "expired" | "refunded";
            price: components["schemas"]["Money"];
            /** @description Sent back so far, in minor units. */
            refunded: number;
            quantity: number;
            /** @description How the price came about, line by line. */
            quote: {
                what: string;
                amount: number;
                data?: {
                    [key: string]: string | number;
                };
            }[];
            gift: boolean;
            /** @example Inside the query planner */
            title: string;
            /**
             * @description What is sold.
             * @enum {string}
             */
            sells: "item" | "space" | "seats" | "bundle" | "tier" | "question" | "slot" | "tip";
            /** @example 42 */
            itemId: number | null;
            /** @example 3 */
            spaceId: number | null;
            /** @example 42 */
            bundleId: number | null;
            /** @example 42 */
            tierId: number | null;
            /** @example 42 */
            personId: number | null;
            months: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            paidAt: string | null;
            /** @description The latest try at paying it. */
            payment: {
                /** @example sandbox */
                provider: string;
                /** @example Xk3… */
                reference: string;
                /** @enum {string} */
                status: "started" | "succeeded" | "failed";
                failure: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                createdAt: string;
            } | null;
        };
        /**
         * @example {
         *       "offerId": 1
         *     }
         */
        NewOrder: {
            offerId: number;
        };
        /**
         * @example {
         *       "reference": "Xk3…",
         *       "provider": "sandbox",
         *       "url": "/checkout/sandbox/Xk3…"
         *     }
         */
        PaymentStarted: {
            /** @example Xk3… */
            reference: string;
            /** @example sandbox */
            provider: string;
            /**
             * @description Where the buyer pays.
             * @example /checkout/sandbox/Xk3…
             */
            url: string;
        };
        /**
         * @example {
         *       "provider": "sandbox"
         *     }
         */
        NewPayment: {
            /**
             * @default sandbox
             * @enum {string}
             */
            provider: "sandbox";
        };
        /**
         * @example {
         *       "what": "paid",
         *       "data": {},
         *       "at": "2025-06-01T08:30:00.000Z",
         *       "byMe": false
         *     }
         */
        OrderHappening: {
            /** @example paid */
            what: string;
            data: {
                [key: string]: string | number;
            };
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            at: string;
            byMe: boolean;
        };
        /**
         * @example {
         *       "id": 31,
         *       "orderId": 71,
         *       "cause": "sale",
         *       "status": "asked",
         *       "money": null,
         *       "reason": "It is about version 14, I have 18.",
         *       "note": "",
         *       "failure": null,
         *       "askedBy": 7,
         *       "decidedBy": 1,
         *       "provider": "sandbox",
         *       "reference": "5b1f…",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "decidedAt": "2025-06-01T08:30:00.000Z",
         *       "settledAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Refund: {
            /** @example 31 */
            id: number;
            /** @example 71 */
            orderId: number;
            /**
             * @description `unearned` and `overpayment` are owed, and go back by themselves.
             * @enum {string}
             */
            cause: "sale" | "unearned" | "overpayment";
            /** @enum {string} */
            status: "asked" | "approved" | "sending" | "succeeded" | "failed" | "refused";
            money: components["schemas"]["Money"];
            /** @example It is about version 14, I have 18. */
            reason: string;
            /**
             * @description What whoever decided said.
             * @example
             */
            note: string;
            /**
             * @description Why the provider did not send it.
             * @example null
             */
            failure: string | null;
            /**
             * @description null: it is owed, or was sent unasked.
             * @example 7
             */
            askedBy: number | null;
            /**
             * @description null with a decision: the cooling-off period, or it is owed.
             * @example 1
             */
            decidedBy: number | null;
            /** @example sandbox */
            provider: string;
            /** @example 5b1f… */
            reference: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            decidedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            settledAt: string | null;
        };
        /**
         * @example {
         *       "reason": "It is about version 14, I have 18."
         *     }
         */
        NewRefundRequest: {
            reason: string;
            /**
             * @description Minor units; left out: all that is left.
             * @example 500
             */
            amount?: number | null;
        };
        /**
         * @example {
         *       "note": "For the delay",
         *       "amount": 500
         *     }
         */
        NewRefund: {
            note: string;
            /**
             * @description Minor units; left out: all that is left.
             * @example 500
             */
            amount?: number | null;
        };
        /**
         * @example {
         *       "id": 31,
         *       "orderId": 71,
         *       "cause": "sale",
         *       "status": "asked",
         *       "money": null,
         *       "reason": "It is about version 14, I have 18.",
         *       "note": "",
         *       "failure": null,
         *       "askedBy": 7,
         *       "decidedBy": 1,
         *       "provider": "sandbox",
         *       "reference": "5b1f…",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "decidedAt": "2025-06-01T08:30:00.000Z",
         *       "settledAt": "2025-06-01T08:30:00.000Z",
         *       "buyerId": 7,
         *       "title": "Inside the query planner",
         *       "orderAmount": 1900,
         *       "paidAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        QueuedRefund: {
            /** @example 31 */
            id: number;
            /** @example 71 */
            orderId: number;
            /**
             * @description `unearned` and `overpayment` are owed, and go back by themselves.
             * @enum {string}
             */
            cause: "sale" | "unearned" | "overpayment";
            /** @enum {string} */
            status: "asked" | "approved" | "sending" | "succeeded" | "failed" | "refused";
            money: components["schemas"]["Money"];
            /** @example It is about version 14, I have 18. */
            reason: string;
            /**
             * @description What whoever decided said.
             * @example
             */
            note: string;
            /**
             * @description Why the provider did not send it.
             * @example null
             */
            failure: string | null;
            /**
             * @description null: it is owed, or was sent unasked.
             * @example 7
             */
            askedBy: number | null;
            /**
             * @description null with a decision: the cooling-off period, or it is owed.
             * @example 1
             */
            decidedBy: number | null;
            /** @example sandbox */
            provider: string;
            /** @example 5b1f… */
            reference: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            decidedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            settledAt: string | null;
            /** @example 7 */
            buyerId: number;
            /** @example Inside the query planner */
            title: string;
            /**
             * @description The whole price, in minor units.
             * @example 1900
             */
            orderAmount: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            paidAt: string | null;
        };
        /**
         * @example {
         *       "amount": 500,
         *       "note": "Half of it"
         *     }
         */
        RefundApproval: {
            /**
             * @description Minor units; left out: all that is left.
             * @example 500
             */
            amount?: number | null;
            note?: string;
        };
        /**
         * @example {
         *       "note": "It was read to the end."
         *     }
         */
        RefundRefusal: {
            note: string;
        };
        /**
         * @example {
         *       "id": 5,
         *       "orderId": 71,
         *       "status": "open",
         *       "money": null,
         *       "covered": 1900,
         *       "provider": "sandbox",
         *       "reference": "9c2e…",
         *       "buyerId": 7,
         *       "title": "Inside the query planner",
         *       "openedAt": "2025-06-01T08:30:00.000Z",
         *       "closedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Dispute: {
            /** @example 5 */
            id: number;
            /** @example 71 */
            orderId: number;
            /** @enum {string} */
            status: "open" | "won" | "lost";
            money: components["schemas"]["Money"];
            /**
             * @description How much of it the sale has to give; the rest is the platform’s loss.
             * @example 1900
             */
            covered: number;
            /** @example sandbox */
            provider: string;
            /** @example 9c2e… */
            reference: string;
            /** @example 7 */
            buyerId: number;
            /** @example Inside the query planner */
            title: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            closedAt: string | null;
        };
        /**
         * @example {
         *       "id": 71,
         *       "status": "pending",
         *       "title": "Inside the query planner",
         *       "price": null,
         *       "refunded": 0,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "paidAt": "2025-06-01T08:30:00.000Z",
         *       "buyer": {
         *         "id": 7,
         *         "handle": "wu-tong",
         *         "name": "吴桐",
         *         "email": "wu@example.org"
         *       }
         *     }
         */
        OrderOfSomebody: {
            /** @example 71 */
            id: number;
            /** @enum {string} */
            status: "pending" | "paid" | "cancelled" | "expired" | "refunded";
            /** @example Inside the query planner */
            title: string;
            price: components["schemas"]["Money"];
            /** @example 0 */
            refunded: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            paidAt: string | null;
            buyer: {
                /** @example 7 */
                id: number;
                /** @example wu-tong */
                handle: string;
                /** @example 吴桐 */
                name: string;
                /** @example wu@example.org */
                email: string;
            };
        };
        /**
         * @example {
         *       "id": 3,
         *       "kind": "clearing",
         *       "name": "sandbox",
         *       "owner": null,
         *       "currency": "CNY",
         *       "balance": -1520,
         *       "entries": 12
         *     }
         */
        LedgerAccount: {
            /** @example 3 */
            id: number;
            /** @enum {string} */
            kind: "clearing" | "platform" | "author" | "affiliate" | "escrow" | "tax" | "refunds";
            /**
             * @description The provider of a clearing account; empty otherwise.
             * @example sandbox
             */
            name: string;
            owner: {
                /** @example 7 */
                id: number;
                /** @example he-ping */
                handle: string;
                /** @example 何平 */
                name: string;
            } | null;
            /** @example CNY */
            currency: string;
            /**
             * @description Debits positive.
             * @example -1520
             */
            balance: number;
            /** @example 12 */
            entries: number;
        };
        /**
         * @example {
         *       "id": 9,
         *       "at": "2025-06-01T08:30:00.000Z",
         *       "kind": "sale",
         *       "reference": "order:71",
         *       "amount": -1520,
         *       "balance": -3040
         *     }
         */
        LedgerLine: {
            /** @example 9 */
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            at: string;
            /** @example sale */
            kind: string;
            /** @example order:71 */
            reference: string;
            /** @example -1520 */
            amount: number;
            /**
             * @description What the account held after it.
             * @example -3040
             */
            balance: number;
        };
        /**
         * @example {
         *       "id": 801,
         *       "action": "item:locked",
         *       "actor": null,
         *       "itemId": 42,
         *       "replyId": 99,
         *       "spaceId": 1,
         *       "person": null,
         *       "reason": "Turned into a quarrel",
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        ModerationAction: {
            /** @example 801 */
            id: number;
            /** @example item:locked */
            action: string;
            /** @description Who did it. */
            actor: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            } | null;
            /** @example 42 */
            itemId: number | null;
            /** @example 99 */
            replyId: number | null;
            /** @example 1 */
            spaceId: number | null;
            /** @description Whom it was done to, where it was done to a person. */
            person: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            } | null;
            /** @example Turned into a quarrel */
            reason: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "siteName": "Stoa 书院",
         *       "siteTagline": "",
         *       "registration": "open",
         *       "defaultLocale": "zh-CN",
         *       "contactEmail": "hello@example.org",
         *       "platformShareBps": 2000,
         *       "coolingOffDays": 7,
         *       "coolingOffReturns": 3,
         *       "remoteImages": false
         *     }
         */
        Settings: {
            /** @example Stoa 书院 */
            siteName: string;
            /** @example  */
            siteTagline: string;
            /** @enum {string} */
            registration: "open" | "closed";
            /** @enum {string} */
            defaultLocale: "zh-CN" | "en";
            /** @example hello@example.org */
            contactEmail: string;
            /**
             * @description The platform's share of a sale in basis points.
             * @example 2000
             */
            platformShareBps: number;
            /**
             * @description Days in which a buyer gets the price back by asking; 0: never.
             * @example 7
             */
            coolingOffDays: number;
            /**
             * @description How often one person may do so in ninety days.
             * @example 3
             */
            coolingOffReturns: number;
            /** @description Pictures from other hosts are shown; off, they are links. */
            remoteImages: boolean;
        };
        /**
         * @description What is left out stays.
         * @example {
         *       "siteName": "Stoa 书院",
         *       "siteTagline": "",
         *       "registration": "open",
         *       "defaultLocale": "zh-CN",
         *       "contactEmail": "hello@example.org",
         *       "platformShareBps": 2000,
         *       "coolingOffDays": 7,
         *       "coolingOffReturns": 3,
         *       "remoteImages": false
         *     }
         */
        SettingsPatch: {
            /** @example Stoa 书院 */
            siteName?: string;
            /** @example  */
            siteTagline?: string;
            /** @enum {string} */
            registration?: "open" | "closed";
            /** @enum {string} */
            defaultLocale?: "zh-CN" | "en";
            /** @example hello@example.org */
            contactEmail?: string;
            /**
             * @description The platform's share of a sale in basis points.
             * @example 2000
             */
            platformShareBps?: number;
            /**
             * @description Days in which a buyer gets the price back by asking; 0: never.
             * @example 7
             */
            coolingOffDays?: number;
            /**
             * @description How often one person may do so in ninety days.
             * @example 3
             */
            coolingOffReturns?: number;
            /** @description Pictures from other hosts are shown; off, they are links. */
            remoteImages?: boolean;
        };
        /**
         * @example {
         *       "status": "ok"
         *     }
         */
        Health: {
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
    };
    responses: {
        /** @description `accounts.api_key_invalid` */
        "401-186bf9": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `accounts.api_key_scope` */
        "403-45b777": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input` */
        "422-7afe7b": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.too_many_requests` */
        "429-8ffbb7": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.internal` */
        "500-dc1f5d": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Published. */
        "201-dcb7dd": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                Location: components["headers"]["Location"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ItemMade"];
            };
        };
        /** @description `api.body_missing`, `api.body_not_text`, `api.json_broken`, `api.json_too_deep`, `api.idempotency_key_shape` */
        "400-fd4437": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.sign_in_required`, `accounts.api_key_invalid` */
        "401-4f6cde": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `items.space_not_found` */
        "404-cf7245": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.payload_too_large` */
        "413-33df40": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.body_not_json` */
        "415-23aa25": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the client has is still true. */
        "304-7e77ec": {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `common.not_found`, `items.not_found` */
        "404-3d5449": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.body_missing`, `api.body_not_text`, `api.json_broken`, `api.json_too_deep` */
        "400-f0edeb": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `items.locked`, `items.deleted` */
        "409-ccb232": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.revision_outdated` */
        "412-b1198d": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input`, `content.too_complex` */
        "422-dcc42e": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.if_match_missing` */
        "428-05d973": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Deleted. */
        "204-075de9": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden` */
        "403-a2b9ab": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Restored. */
        "204-2a9d6e": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `items.removed_by_moderator` */
        "403-8d1a45": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `items.wrong_status` */
        "409-fb5a14": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Done. */
        "204-958daf": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `items.not_in_space` */
        "403-9612a4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `items.not_found`, `items.space_not_found` */
        "404-81cf20": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `items.held` */
        "402-2616df": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `items.not_found`, `items.reply_not_found` */
        "404-0368d4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `items.reply_not_found` */
        "404-fcea54": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The newest first; empty for who may not read the whole text. */
        "200-df5f91": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                Link: components["headers"]["Link"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "data": [
                 *         {
                 *           "number": 2,
                 *           "editor": null,
                 *           "editorName": "林青",
                 *           "comment": "Clearer title",
                 *           "createdAt": "2025-06-01T08:30:00.000Z"
                 *         }
                 *       ],
                 *       "next": "WzE3LDQyXQ"
                 *     }
                 */
                "application/json": {
                    data: components["schemas"]["RevisionCard"][];
                    /**
                     * @description Give it as `cursor` to read on; null at the end.
                     * @example WzE3LDQyXQ
                     */
                    next: string | null;
                };
            };
        };
        /** @description The revision with what was written. */
        "200-a9badf": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Revision"];
            };
        };
        /** @description Texts in pieces that stayed, came or went. */
        "200-f3814e": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Diff"];
            };
        };
        /** @description The score, and the vote that now stands. */
        "200-92e6a8": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Voted"];
            };
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `items.own_vote` */
        "403-d8923f": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `items.deleted`, `items.locked` */
        "409-3811e8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The score without it. */
        "200-5d4830": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Voted"];
            };
        };
        /** @description How many react with each emoji. */
        "200-eac317": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Reacted"];
            };
        };
        /** @description `common.not_found`, `items.tag_not_found` */
        "404-4cb4bb": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `spaces.not_found` */
        "404-f3ebd1": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `accounts.not_found` */
        "404-468e98": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `items.follow_self` */
        "422-5192e5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `questions.not_a_question` */
        "422-fdc54b": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.idempotency_key_in_use` */
        "409-ef2e9e": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input`, `api.idempotency_key_reused` */
        "422-3911fe": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `spaces.not_found`, `spaces.not_a_member` */
        "404-ca29ad": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `spaces.last_owner` */
        "409-040ab4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found` */
        "404-f9dc06": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `spaces.invitation_spent` */
        "410-f4d2ee": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `common.forbidden` */
        "403-48745b": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Read. */
        "204-14648b": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `common.not_found`, `orders.not_found` */
        "404-56da80": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.idempotency_key_in_use`, `refunds.not_refundable`, `refunds.nothing_left`, `refunds.asked_already` */
        "409-f6f978": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input`, `api.idempotency_key_reused`, `refunds.too_much` */
        "422-43b461": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `refunds.not_found` */
        "404-30e291": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description How many requests in how many seconds.
         * @example "reads";q=600;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description How many are left, and in how many seconds they are all back.
         * @example "reads";r=599;t=60
         */
        RateLimit: string;
        /**
         * @description Names this request in the server's log.
         * @example 0b0e7a52-7b0b-4d0a-9b43-8f8f6b1f2f11
         */
        "X-Request-Id": string;
        /**
         * @description Names what was read; its first number is the revision.
         * @example "3-17-full-top"
         */
        ETag: string;
        /**
         * @description Where the new thing is.
         * @example /api/v1/items/42
         */
        Location: string;
        /**
         * @description The next page, as `rel="next"`; none at the end.
         * @example </api/v1/items?cursor=WzE3LDQyXQ>; rel="next"
         */
        Link: string;
        /** @description This answer was given before. */
        "Idempotency-Replayed": "true";
        /**
         * @description Seconds to wait.
         * @example 12
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listItems: {
        parameters: {
            query?: {
                sort?: "hot" | "new" | "top" | "active" | "unanswered" | "following" | "bookmarked";
                kind?: string;
                spaceId?: number;
                tag?: string;
                authorId?: number;
                language?: "zh-CN" | "en";
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 42,
                     *           "kind": "question",
                     *           "path": "questions",
                     *           "slug": "why-is-my-index-not-used",
                     *           "href": "/questions/42/why-is-my-index-not-used",
                     *           "title": "Why is my index not used?",
                     *           "excerpt": "A query over a million rows scans the whole table although …",
                     *           "language": "zh-CN",
                     *           "difficulty": "beginner",
                     *           "access": "free",
                     *           "price": null,
                     *           "status": "published",
                     *           "score": 12,
                     *           "answerCount": 2,
                     *           "commentCount": 1,
                     *           "replyCount": 6,
                     *           "viewCount": 310,
                     *           "bookmarkCount": 4,
                     *           "readingMinutes": 3,
                     *           "tags": [
                     *             "postgresql",
                     *             "indexes"
                     *           ],
                     *           "author": null,
                     *           "authorName": "林青",
                     *           "space": {
                     *             "id": 1,
                     *             "slug": "commons",
                     *             "name": "Commons",
                     *             "names": {
                     *               "zh-CN": "广场",
                     *               "en": "Commons"
                     *             },
                     *             "access": "public"
                     *           },
                     *           "accepted": false,
                     *           "closed": false,
                     *           "locked": false,
                     *           "pinned": false,
                     *           "bounty": null,
                     *           "communityWiki": false,
                     *           "publishedAt": "2025-06-01T08:30:00.000Z",
                     *           "lastActivityAt": "2025-06-02T10:00:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ItemCard"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "question",
                 *       "spaceId": 1,
                 *       "title": "Why is my index not used?",
                 *       "source": "A query over a million rows scans the whole table although the column has an index. Why?",
                 *       "tags": [
                 *         "postgresql",
                 *         "indexes"
                 *       ],
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["NewItem"];
            };
        };
        responses: {
            201: components["responses"]["201-dcb7dd"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `items.not_in_space`, `items.tag_reserved` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-cf7245"];
            /** @description `api.idempotency_key_in_use`, `items.space_archived` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `items.kind_unknown`, `content.too_complex` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readItem: {
        parameters: {
            query?: {
                replySort?: "top" | "old" | "new";
            };
            header?: {
                /** @description An ETag: answers 304 when it is still true. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
            304: components["responses"]["304-7e77ec"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    deleteItem: {
        parameters: {
            query?: {
                /** @description Why, for the moderation log, when it is another's. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-075de9"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            /** @description `items.wrong_status`, `items.locked`, `items.has_answers` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    updateItem: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that it was read with. */
                "If-Match": string;
            };
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Why does PostgreSQL not use my index?",
                 *       "comment": "Clearer title"
                 *     }
                 */
                "application/json": components["schemas"]["ItemPatch"];
            };
        };
        responses: {
            /** @description The revision that now stands. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 4,
                     *       "slug": "why-is-my-index-not-used"
                     *     }
                     */
                    "application/json": {
                        /** @example 4 */
                        revision: number;
                        /** @example why-is-my-index-not-used */
                        slug: string;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `items.tag_reserved` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-ccb232"];
            412: components["responses"]["412-b1198d"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-dcc42e"];
            428: components["responses"]["428-05d973"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    restoreItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-2a9d6e"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-8d1a45"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readItemSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag: answers 304 when it is still true. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Markdown. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemSource"];
                };
            };
            304: components["responses"]["304-7e77ec"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readItemState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My votes, reactions and rights. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalState"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setItemLock: {
        parameters: {
            query?: {
                /** @description Why, for the moderation log, when it is another's. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unsetItemLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setItemPin: {
        parameters: {
            query?: {
                /** @description Why, for the moderation log, when it is another's. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unsetItemPin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setItemHiding: {
        parameters: {
            query?: {
                /** @description Why, for the moderation log, when it is another's. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unsetItemHiding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-fb5a14"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    moveItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spaceId": 3
                 *     }
                 */
                "application/json": {
                    spaceId: number;
                };
            };
        };
        responses: {
            /** @description Moved. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-9612a4"];
            404: components["responses"]["404-81cf20"];
            /** @description `items.space_archived` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listReplies: {
        parameters: {
            query?: {
                sort?: "top" | "old" | "new";
                /** @description What `next` of the page before said. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of replies. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 99,
                     *           "kind": "answer",
                     *           "rootId": 99,
                     *           "parentId": 99,
                     *           "html": "<p>Because of the cast.</p>",
                     *           "hasMath": false,
                     *           "author": null,
                     *           "authorName": "林青",
                     *           "score": 5,
                     *           "revision": 1,
                     *           "accepted": false,
                     *           "communityWiki": false,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z",
                     *           "source": null,
                     *           "reactions": {
                     *             "rocket": 2
                     *           },
                     *           "comments": {
                     *             "data": [
                     *               {
                     *                 "id": 99,
                     *                 "kind": "answer",
                     *                 "rootId": 99,
                     *                 "parentId": 99,
                     *                 "html": "<p>Because of the cast.</p>",
                     *                 "hasMath": false,
                     *                 "author": null,
                     *                 "authorName": "林青",
                     *                 "score": 5,
                     *                 "revision": 1,
                     *                 "accepted": false,
                     *                 "communityWiki": false,
                     *                 "createdAt": "2025-06-01T08:30:00.000Z",
                     *                 "editedAt": "2025-06-01T08:30:00.000Z",
                     *                 "source": null,
                     *                 "reactions": {
                     *                   "rocket": 2
                     *                 }
                     *               }
                     *             ],
                     *             "more": 0,
                     *             "next": null
                     *           }
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Reply"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createReply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "answer",
                 *       "source": "The cast in the condition keeps the planner from using it."
                 *     }
                 */
                "application/json": components["schemas"]["NewReply"];
            };
        };
        responses: {
            /** @description Said. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 99
                     *     }
                     */
                    "application/json": {
                        /** @example 99 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-9612a4"];
            404: components["responses"]["404-0368d4"];
            /** @description `api.idempotency_key_in_use`, `items.locked`, `items.closed`, `items.deleted` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `items.kind_takes_no_reply` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listItemComments: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first; empty for who may not read the whole item. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 99,
                     *           "kind": "answer",
                     *           "rootId": 99,
                     *           "parentId": 99,
                     *           "html": "<p>Because of the cast.</p>",
                     *           "hasMath": false,
                     *           "author": null,
                     *           "authorName": "林青",
                     *           "score": 5,
                     *           "revision": 1,
                     *           "accepted": false,
                     *           "communityWiki": false,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z",
                     *           "source": null,
                     *           "reactions": {
                     *             "rocket": 2
                     *           }
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Comment"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listReplyComments: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 99,
                     *           "kind": "answer",
                     *           "rootId": 99,
                     *           "parentId": 99,
                     *           "html": "<p>Because of the cast.</p>",
                     *           "hasMath": false,
                     *           "author": null,
                     *           "authorName": "林青",
                     *           "score": 5,
                     *           "revision": 1,
                     *           "accepted": false,
                     *           "communityWiki": false,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z",
                     *           "source": null,
                     *           "reactions": {
                     *             "rocket": 2
                     *           }
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Comment"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-fcea54"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readReplySource: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag: answers 304 when it is still true. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Markdown. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplySource"];
                };
            };
            304: components["responses"]["304-7e77ec"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-fcea54"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    deleteReply: {
        parameters: {
            query?: {
                /** @description Why, for the moderation log, when it is another's. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-075de9"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-fcea54"];
            /** @description `items.wrong_status`, `items.locked` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    updateReply: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that it was read with. */
                "If-Match": string;
            };
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "The cast in the condition keeps the planner from using it; index the expression.",
                 *       "comment": "A way out"
                 *     }
                 */
                "application/json": components["schemas"]["ReplyPatch"];
            };
        };
        responses: {
            /** @description The revision that now stands. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 4
                     *     }
                     */
                    "application/json": {
                        /** @example 4 */
                        revision: number;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-fcea54"];
            409: components["responses"]["409-ccb232"];
            412: components["responses"]["412-b1198d"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            428: components["responses"]["428-05d973"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    restoreReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-2a9d6e"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-8d1a45"];
            404: components["responses"]["404-fcea54"];
            409: components["responses"]["409-fb5a14"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setReplyHiding: {
        parameters: {
            query?: {
                /** @description Why, for the moderation log, when it is another's. */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hidden. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-fcea54"];
            409: components["responses"]["409-fb5a14"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unsetReplyHiding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shown. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-fcea54"];
            409: components["responses"]["409-fb5a14"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listItemRevisions: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-df5f91"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readItemRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
                /** @description Number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-a9badf"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    diffItemRevision: {
        parameters: {
            query?: {
                /** @description Compare with this one; the one before, when left out. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
                /** @description Number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-f3814e"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listReplyRevisions: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-df5f91"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-fcea54"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readReplyRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
                /** @description Number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-a9badf"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-fcea54"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    diffReplyRevision: {
        parameters: {
            query?: {
                /** @description Compare with this one; the one before, when left out. */
                from?: number;
            };
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
                /** @description Number of the revision. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-f3814e"];
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-fcea54"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    voteItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": 1
                 *     }
                 */
                "application/json": {
                    /** @enum {integer} */
                    value: 1 | -1;
                };
            };
        };
        responses: {
            200: components["responses"]["200-92e6a8"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-d8923f"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-3811e8"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unvoteItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-5d4830"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-d8923f"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-3811e8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    reactItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
                /** @description One of heart, laugh, thinking, rocket, eyes, thanks. */
                emoji: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-eac317"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-3811e8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unreactItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
                /** @description One of heart, laugh, thinking, rocket, eyes, thanks. */
                emoji: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-eac317"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-3811e8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    voteReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": 1
                 *     }
                 */
                "application/json": {
                    /** @enum {integer} */
                    value: 1 | -1;
                };
            };
        };
        responses: {
            200: components["responses"]["200-92e6a8"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-d8923f"];
            404: components["responses"]["404-0368d4"];
            409: components["responses"]["409-3811e8"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unvoteReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-5d4830"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-d8923f"];
            404: components["responses"]["404-0368d4"];
            409: components["responses"]["409-3811e8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    reactReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
                /** @description One of heart, laugh, thinking, rocket, eyes, thanks. */
                emoji: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-eac317"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-0368d4"];
            409: components["responses"]["409-3811e8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unreactReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the reply. */
                id: number;
                /** @description One of heart, laugh, thinking, rocket, eyes, thanks. */
                emoji: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-eac317"];
            401: components["responses"]["401-4f6cde"];
            402: components["responses"]["402-2616df"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-0368d4"];
            409: components["responses"]["409-3811e8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    bookmarkItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unbookmarkItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    followItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unfollowItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    followTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag, or a synonym of it. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4cb4bb"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unfollowTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag, or a synonym of it. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4cb4bb"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    followSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unfollowSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    followPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-468e98"];
            422: components["responses"]["422-5192e5"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unfollowPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-468e98"];
            422: components["responses"]["422-5192e5"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    acceptAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "replyId": 99
                 *     }
                 */
                "application/json": {
                    /** @example 99 */
                    replyId: number;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-0368d4"];
            409: components["responses"]["409-ccb232"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `questions.not_a_question`, `questions.not_an_answer` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unacceptAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            /** @description `items.locked`, `items.deleted`, `questions.nothing_accepted` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-fdc54b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    closeQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "duplicate",
                 *       "duplicateOf": 41
                 *     }
                 */
                "application/json": components["schemas"]["NewClosure"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            /** @description `items.locked`, `items.deleted`, `questions.already_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `questions.not_a_question`, `questions.duplicate_missing`, `questions.duplicate_of_itself`, `questions.duplicate_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    reopenQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            /** @description `items.locked`, `items.deleted`, `questions.not_closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-fdc54b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    offerBounty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 100,
                 *       "days": 7
                 *     }
                 */
                "application/json": components["schemas"]["NewBounty"];
            };
        };
        responses: {
            /** @description Offered. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endsAt": "2025-06-08T08:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         * @example 2025-06-08T08:30:00.000Z
                         */
                        endsAt: string;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `questions.too_little_reputation` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-3d5449"];
            /** @description `api.idempotency_key_in_use`, `items.locked`, `items.deleted`, `items.closed`, `questions.bounty_running` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `questions.not_a_question` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    awardBounty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "replyId": 99
                 *     }
                 */
                "application/json": {
                    /** @example 99 */
                    replyId: number;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-0368d4"];
            /** @description `items.locked`, `items.deleted`, `questions.bounty_missing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `questions.not_a_question`, `questions.not_an_answer`, `questions.bounty_own_answer` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listColumn: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the column. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that the asking person may know of. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 42,
                     *           "kind": "question",
                     *           "path": "questions",
                     *           "slug": "why-is-my-index-not-used",
                     *           "href": "/questions/42/why-is-my-index-not-used",
                     *           "title": "Why is my index not used?",
                     *           "excerpt": "A query over a million rows scans the whole table although …",
                     *           "language": "zh-CN",
                     *           "difficulty": "beginner",
                     *           "access": "free",
                     *           "price": null,
                     *           "status": "published",
                     *           "score": 12,
                     *           "answerCount": 2,
                     *           "commentCount": 1,
                     *           "replyCount": 6,
                     *           "viewCount": 310,
                     *           "bookmarkCount": 4,
                     *           "readingMinutes": 3,
                     *           "tags": [
                     *             "postgresql",
                     *             "indexes"
                     *           ],
                     *           "author": null,
                     *           "authorName": "林青",
                     *           "space": {
                     *             "id": 1,
                     *             "slug": "commons",
                     *             "name": "Commons",
                     *             "names": {
                     *               "zh-CN": "广场",
                     *               "en": "Commons"
                     *             },
                     *             "access": "public"
                     *           },
                     *           "accepted": false,
                     *           "closed": false,
                     *           "locked": false,
                     *           "pinned": false,
                     *           "bounty": null,
                     *           "communityWiki": false,
                     *           "publishedAt": "2025-06-01T08:30:00.000Z",
                     *           "lastActivityAt": "2025-06-02T10:00:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ItemCard"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addToColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the column. */
                id: number;
                /** @description Id of the article. */
                articleId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it stands. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": 5
                     *     }
                     */
                    "application/json": {
                        /** @example 5 */
                        position: number;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            /** @description `articles.in_another_column` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `articles.not_a_column`, `articles.not_an_article` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    removeFromColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the column. */
                id: number;
                /** @description Id of the article. */
                articleId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken out. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `items.not_found`, `articles.not_in_column` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `articles.not_a_column` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    arrangeColumn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the column. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "order": [
                 *         43,
                 *         42,
                 *         44
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description All of its articles, each once. */
                    order: number[];
                };
            };
        };
        responses: {
            /** @description Arranged. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `articles.not_a_column`, `articles.wrong_order` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listForks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the snippet. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The best first, at most 50. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 42,
                     *           "kind": "question",
                     *           "path": "questions",
                     *           "slug": "why-is-my-index-not-used",
                     *           "href": "/questions/42/why-is-my-index-not-used",
                     *           "title": "Why is my index not used?",
                     *           "excerpt": "A query over a million rows scans the whole table although …",
                     *           "language": "zh-CN",
                     *           "difficulty": "beginner",
                     *           "access": "free",
                     *           "price": null,
                     *           "status": "published",
                     *           "score": 12,
                     *           "answerCount": 2,
                     *           "commentCount": 1,
                     *           "replyCount": 6,
                     *           "viewCount": 310,
                     *           "bookmarkCount": 4,
                     *           "readingMinutes": 3,
                     *           "tags": [
                     *             "postgresql",
                     *             "indexes"
                     *           ],
                     *           "author": null,
                     *           "authorName": "林青",
                     *           "space": {
                     *             "id": 1,
                     *             "slug": "commons",
                     *             "name": "Commons",
                     *             "names": {
                     *               "zh-CN": "广场",
                     *               "en": "Commons"
                     *             },
                     *             "access": "public"
                     *           },
                     *           "accepted": false,
                     *           "closed": false,
                     *           "locked": false,
                     *           "pinned": false,
                     *           "bounty": null,
                     *           "communityWiki": false,
                     *           "publishedAt": "2025-06-01T08:30:00.000Z",
                     *           "lastActivityAt": "2025-06-02T10:00:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ItemCard"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    forkSnippet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the snippet. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Count by hour, in UTC"
                 *     }
                 */
                "application/json": components["schemas"]["NewFork"];
            };
        };
        responses: {
            201: components["responses"]["201-dcb7dd"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            /** @description `snippets.held` */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["403-9612a4"];
            404: components["responses"]["404-3d5449"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `snippets.not_a_snippet` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    renderMarkdown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "Hello $x^2$"
                 *     }
                 */
                "application/json": components["schemas"]["Markdown"];
            };
        };
        responses: {
            /** @description HTML that is safe to show. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendered"];
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            /** @description `common.payload_too_large`, `content.too_long` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-dcc42e"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first; nobody else sees them. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 90,
                     *           "kind": "article",
                     *           "spaceId": 1,
                     *           "title": "Reading a plan",
                     *           "source": "Markdown",
                     *           "tags": [
                     *             "text"
                     *           ],
                     *           "language": "zh-CN",
                     *           "difficulty": "beginner",
                     *           "access": "free",
                     *           "data": null,
                     *           "savedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Draft"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "article",
                 *       "spaceId": 1,
                 *       "title": "Reading a plan",
                 *       "source": "Not finished yet"
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Kept. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 90
                     *     }
                     */
                    "application/json": {
                        /** @example 90 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-cf7245"];
            /** @description `api.idempotency_key_in_use`, `items.too_many_drafts` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `items.kind_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the draft. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    replaceDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the draft. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "article",
                 *       "spaceId": 1,
                 *       "title": "Reading a plan",
                 *       "source": "Not finished yet"
                 *     }
                 */
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-81cf20"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `items.kind_unknown` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the draft. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Those whose slug begins so. */
                prefix?: string;
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tags. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 5,
                     *           "slug": "postgresql",
                     *           "name": "PostgreSQL",
                     *           "names": {
                     *             "zh-CN": "广场",
                     *             "en": "Commons"
                     *           },
                     *           "description": "The relational database",
                     *           "descriptions": {
                     *             "zh-CN": "广场",
                     *             "en": "Commons"
                     *           },
                     *           "itemCount": 40,
                     *           "followerCount": 12,
                     *           "moderatorOnly": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TagCard"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag, or a synonym of it. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-4cb4bb"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag, or a synonym of it. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "The relational database",
                 *       "names": {
                 *         "zh-CN": "PostgreSQL 数据库"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TagPatch"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4cb4bb"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addSynonym: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag, or a synonym of it. */
                slug: string;
                /** @description The other name. */
                word: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4cb4bb"];
            /** @description `items.tag_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    removeSynonym: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag, or a synonym of it. */
                slug: string;
                /** @description The other name. */
                word: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4cb4bb"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSpaces: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The largest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 3,
                     *           "slug": "systems",
                     *           "name": "Systems",
                     *           "names": {
                     *             "zh-CN": "广场",
                     *             "en": "Commons"
                     *           },
                     *           "tagline": "What runs below",
                     *           "taglines": {
                     *             "zh-CN": "广场",
                     *             "en": "Commons"
                     *           },
                     *           "access": "public",
                     *           "accent": "#3b6fd4",
                     *           "memberCount": 120,
                     *           "itemCount": 31,
                     *           "role": "owner"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SpaceCard"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createSpace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "systems",
                 *       "name": "Systems",
                 *       "names": {
                 *         "zh-CN": "系统圈",
                 *         "en": "Systems"
                 *       },
                 *       "access": "public"
                 *     }
                 */
                "application/json": components["schemas"]["NewSpace"];
            };
        };
        responses: {
            /** @description Open. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 3,
                     *       "slug": "systems"
                     *     }
                     */
                    "application/json": {
                        /** @example 3 */
                        id: number;
                        /** @example systems */
                        slug: string;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `api.idempotency_key_in_use`, `spaces.slug_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its rules, and what the asking person may do. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Space"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    updateSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tagline": "What runs below",
                 *       "archived": false
                 *     }
                 */
                "application/json": components["schemas"]["SpacePatch"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            /** @description `spaces.slug_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    joinSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            /** @description `spaces.membership_needed` */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `spaces.invitation_needed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-f3ebd1"];
            /** @description `spaces.archived` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    leaveSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-ca29ad"];
            409: components["responses"]["409-040ab4"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSpaceMembers: {
        parameters: {
            query?: {
                role?: "owner" | "moderator" | "expert" | "member";
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those who look after it and its experts first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "person": null,
                     *           "role": "owner",
                     *           "joinedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SpaceMember"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f3ebd1"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setSpaceRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
                /** @description Id of the person. */
                personId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "expert"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "moderator" | "expert" | "member";
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-ca29ad"];
            409: components["responses"]["409-040ab4"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    removeSpaceMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
                /** @description Id of the person. */
                personId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-ca29ad"];
            409: components["responses"]["409-040ab4"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without their tokens. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 8,
                     *           "uses": 0,
                     *           "maxUses": 10,
                     *           "expiresAt": "2025-06-01T08:30:00.000Z",
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "createdBy": "林青"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Invitation"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "maxUses": 10,
                 *       "days": 7
                 *     }
                 */
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The token, shown once. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationMade"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            /** @description `api.idempotency_key_in_use`, `spaces.archived` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
                /** @description Id of the invitation. */
                invitationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The space and who invites. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "spaceId": 3,
                     *       "slug": "systems",
                     *       "name": "Systems",
                     *       "inviter": "林青"
                     *     }
                     */
                    "application/json": {
                        /** @example 3 */
                        spaceId: number;
                        /** @example systems */
                        slug: string;
                        /** @example Systems */
                        name: string;
                        /** @example 林青 */
                        inviter: string;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f9dc06"];
            410: components["responses"]["410-f4d2ee"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it led. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "slug": "systems"
                     *     }
                     */
                    "application/json": {
                        /** @example systems */
                        slug: string;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            410: components["responses"]["410-f4d2ee"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    priceSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
                /** @description How long one payment opens it. */
                months: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 9900,
                 *       "currency": "CNY"
                 *     }
                 */
                "application/json": components["schemas"]["Money"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unpriceSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
                /** @description How long one payment opens it. */
                months: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                sort?: "reputation" | "new";
                /** @description Part of a name or handle. */
                q?: string;
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 7,
                     *           "handle": "lin-qing",
                     *           "name": "林青",
                     *           "image": null,
                     *           "face": null,
                     *           "headline": "写数据库的人",
                     *           "reputation": 1280,
                     *           "role": "member",
                     *           "createdAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PersonListed"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What they say of themselves. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-468e98"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listReputation: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first; titles outside public view are left out. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 501,
                     *           "amount": 10,
                     *           "reason": "vote",
                     *           "itemId": 42,
                     *           "title": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ReputationEntry"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-468e98"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    suspendPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Advertising again after a warning",
                 *       "days": 7
                 *     }
                 */
                "application/json": components["schemas"]["NewSuspension"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-468e98"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    liftSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-468e98"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "moderator"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "member" | "moderator" | "admin";
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-468e98"];
            /** @description `accounts.last_admin` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My profile, and what the key that asked is good for. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "headline": "写数据库的人",
                 *       "expertise": [
                 *         "PostgreSQL"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProfilePatch"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `accounts.handle_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listEntitlements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that was ever given to me, at most 500. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 21,
                     *           "itemId": 42,
                     *           "spaceId": 3,
                     *           "name": "Inside the query planner",
                     *           "source": "purchase",
                     *           "startsAt": "2025-06-01T08:30:00.000Z",
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "revokedAt": "2025-06-01T08:30:00.000Z",
                     *           "inForce": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Entitlement"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that still work; never the keys themselves. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 2,
                     *           "name": "Backup script",
                     *           "prefix": "stoa_3f9a2b1",
                     *           "scopes": [
                     *             "read"
                     *           ],
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "lastUsedAt": "2025-06-01T08:30:00.000Z",
                     *           "expiresAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Backup script",
                 *       "scopes": [
                 *         "read"
                 *       ],
                 *       "days": 90
                 *     }
                 */
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key, shown once. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "key": "stoa_3f9a…"
                     *     }
                     */
                    "application/json": {
                        /** @example 2 */
                        id: number;
                        /** @example stoa_3f9a… */
                        key: string;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `api.browser_only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the key. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last used first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 11,
                     *           "ipAddress": null,
                     *           "userAgent": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "updatedAt": "2025-06-01T08:30:00.000Z",
                     *           "current": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Session"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the session. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    search: {
        parameters: {
            query?: {
                q?: string;
                /** @description May stand more than once: any of them. */
                kind?: string[];
                /** @description May stand more than once: any of them. */
                tag?: string[];
                /** @description May stand more than once: any of them. */
                space?: string[];
                /** @description May stand more than once: any of them. */
                author?: string[];
                /** @description May stand more than once: any of them. */
                lang?: string[];
                /** @description May stand more than once: any of them. */
                is?: string[];
                /** @description May stand more than once: any of them. */
                after?: string[];
                /** @description May stand more than once: any of them. */
                before?: string[];
                sort?: "relevance" | "new" | "votes";
                /** @description What `next` of the page before said. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    suggest: {
        parameters: {
            query?: {
                /** @description What stands in the box. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Titles, tags and people. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                unread?: "true" | "false";
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 301,
                     *           "kind": "answer",
                     *           "actor": null,
                     *           "item": null,
                     *           "replyId": 99,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "read": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Notification"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the notification. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-14648b"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readAllNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-14648b"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listItemOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty when it is not for sale. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 61,
                     *           "sells": "item",
                     *           "itemId": 42,
                     *           "spaceId": 3,
                     *           "bundleId": 42,
                     *           "tierId": 42,
                     *           "personId": 42,
                     *           "price": null,
                     *           "pricing": "fixed",
                     *           "renews": false,
                     *           "trialDays": null,
                     *           "left": null,
                     *           "terms": {},
                     *           "months": null,
                     *           "title": "Inside the query planner",
                     *           "sellerId": 7
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Offer"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSpaceOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The space. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cheapest first; empty when it is not for sale. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 61,
                     *           "sells": "item",
                     *           "itemId": 42,
                     *           "spaceId": 3,
                     *           "bundleId": 42,
                     *           "tierId": 42,
                     *           "personId": 42,
                     *           "price": null,
                     *           "pricing": "fixed",
                     *           "renews": false,
                     *           "trialDays": null,
                     *           "left": null,
                     *           "terms": {},
                     *           "months": null,
                     *           "title": "Inside the query planner",
                     *           "sellerId": 7
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Offer"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f3ebd1"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the offer. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An offer that can be bought now. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            /** @description `common.not_found`, `catalog.not_for_sale` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `catalog.offer_retired` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    priceItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 1900,
                 *       "currency": "CNY"
                 *     }
                 */
                "application/json": components["schemas"]["Money"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    unpriceItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3d5449"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 71,
                     *           "offerId": 61,
                     *           "status": "pending",
                     *           "price": null,
                     *           "refunded": 1,
                     *           "quantity": 1,
                     *           "quote": [
                     *             {
                     *               "what": "text",
                     *               "amount": 1,
                     *               "data": {}
                     *             }
                     *           ],
                     *           "gift": false,
                     *           "title": "Inside the query planner",
                     *           "sells": "item",
                     *           "itemId": 42,
                     *           "spaceId": 3,
                     *           "bundleId": 42,
                     *           "tierId": 42,
                     *           "personId": 42,
                     *           "months": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "paidAt": "2025-06-01T08:30:00.000Z",
                     *           "payment": null
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Order"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "offerId": 61
                 *     }
                 */
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description The order, to be paid. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `catalog.not_for_sale` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api.idempotency_key_in_use`, `catalog.offer_retired`, `orders.already_owned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the order. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the latest try at paying it. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-56da80"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the order. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "sandbox"
                 *     }
                 */
                "application/json": components["schemas"]["NewPayment"];
            };
        };
        responses: {
            /** @description Where the buyer pays. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentStarted"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `orders.not_found`, `catalog.not_for_sale` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api.idempotency_key_in_use`, `orders.not_payable`, `orders.already_owned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
            /** @description `orders.no_provider` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrderHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the order. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "what": "paid",
                     *           "data": {},
                     *           "at": "2025-06-01T08:30:00.000Z",
                     *           "byMe": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrderHappening"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-56da80"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listOrderRefunds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the order. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 31,
                     *           "orderId": 71,
                     *           "cause": "sale",
                     *           "status": "asked",
                     *           "money": null,
                     *           "reason": "It is about version 14, I have 18.",
                     *           "note": "",
                     *           "failure": null,
                     *           "askedBy": 7,
                     *           "decidedBy": 1,
                     *           "provider": "sandbox",
                     *           "reference": "5b1f…",
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z",
                     *           "settledAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Refund"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-56da80"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    askForRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the order. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It is about version 14, I have 18."
                 *     }
                 */
                "application/json": components["schemas"]["NewRefundRequest"];
            };
        };
        responses: {
            /** @description The request, or the refund that was granted. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-56da80"];
            409: components["responses"]["409-f6f978"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-43b461"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    giveRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the order. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "For the delay",
                 *       "amount": 500
                 *     }
                 */
                "application/json": components["schemas"]["NewRefund"];
            };
        };
        responses: {
            /** @description It is being sent. */
            201: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-56da80"];
            409: components["responses"]["409-f6f978"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-43b461"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                queue?: "open" | "sending" | "done";
                selling?: "true" | "false";
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 31,
                     *           "orderId": 71,
                     *           "cause": "sale",
                     *           "status": "asked",
                     *           "money": null,
                     *           "reason": "It is about version 14, I have 18.",
                     *           "note": "",
                     *           "failure": null,
                     *           "askedBy": 7,
                     *           "decidedBy": 1,
                     *           "provider": "sandbox",
                     *           "reference": "5b1f…",
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z",
                     *           "settledAt": "2025-06-01T08:30:00.000Z",
                     *           "buyerId": 7,
                     *           "title": "Inside the query planner",
                     *           "orderAmount": 1900,
                     *           "paidAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["QueuedRefund"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `common.forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the refund. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For its buyer, its seller and administrators. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-30e291"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    approveRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the refund. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 500,
                 *       "note": "Half of it"
                 *     }
                 */
                "application/json": components["schemas"]["RefundApproval"];
            };
        };
        responses: {
            /** @description It is being sent. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-30e291"];
            /** @description `refunds.decided_already` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `refunds.too_much` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    refuseRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the refund. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "It was read to the end."
                 *     }
                 */
                "application/json": components["schemas"]["RefundRefusal"];
            };
        };
        responses: {
            /** @description The buyer reads why. */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-30e291"];
            /** @description `refunds.decided_already`, `refunds.owed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                status?: "open" | "won" | "lost";
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 5,
                     *           "orderId": 71,
                     *           "status": "open",
                     *           "money": null,
                     *           "covered": 1900,
                     *           "provider": "sandbox",
                     *           "reference": "9c2e…",
                     *           "buyerId": 7,
                     *           "title": "Inside the query planner",
                     *           "openedAt": "2025-06-01T08:30:00.000Z",
                     *           "closedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Dispute"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listAllOrders: {
        parameters: {
            query?: {
                /** @description Number, reference, or part of a title, name, handle or address. */
                q?: string;
                status?: "pending" | "paid" | "cancelled" | "expired" | "refunded";
                /** @description A day, UTC. */
                from?: string;
                /** @description A day, UTC. */
                to?: string;
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 71,
                     *           "status": "pending",
                     *           "title": "Inside the query planner",
                     *           "price": null,
                     *           "refunded": 0,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "paidAt": "2025-06-01T08:30:00.000Z",
                     *           "buyer": {
                     *             "id": 7,
                     *             "handle": "wu-tong",
                     *             "name": "吴桐",
                     *             "email": "wu@example.org"
                     *           }
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrderOfSomebody"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listLedgerAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Recomputed from the entries; in each currency they sum to zero. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 3,
                     *           "kind": "clearing",
                     *           "name": "sandbox",
                     *           "owner": null,
                     *           "currency": "CNY",
                     *           "balance": -1520,
                     *           "entries": 12
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["LedgerAccount"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listLedgerLines: {
        parameters: {
            query?: {
                /** @description A day, UTC. */
                from?: string;
                /** @description A day, UTC. */
                to?: string;
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the ledger account. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first; `to` is excluded. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 9,
                     *           "at": "2025-06-01T08:30:00.000Z",
                     *           "kind": "sale",
                     *           "reference": "order:71",
                     *           "amount": -1520,
                     *           "balance": -3040
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["LedgerLine"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-f9dc06"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listModerationActions: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. What happened in private spaces is for their members. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 801,
                     *           "action": "item:locked",
                     *           "actor": null,
                     *           "itemId": 42,
                     *           "replyId": 99,
                     *           "spaceId": 1,
                     *           "person": null,
                     *           "reason": "Turned into a quarrel",
                     *           "createdAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ModerationAction"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "siteTagline": "读书、提问、把本事卖给需要的人"
                 *     }
                 */
                "application/json": components["schemas"]["SettingsPatch"];
            };
        };
        responses: {
            /** @description The settings that now stand. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The database answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description It does not. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "unavailable"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example stoa_page_cache_lookups_total{result="hit"} 12 */
                    "text/plain": string;
                };
            };
        };
    };
}

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
    "/courses/{id}/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the lessons of a course
         * @description Paragraphs, and what is said in its films where they have subtitles; of the lessons that are open to the asking person.
         */
        get: operations["searchCourse"];
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
        /**
         * Order an offer at its present price
         * @description With `expected`, nothing is ordered when it costs something else by now. What costs nothing is handed over at once.
         */
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
        /**
         * Start paying an order
         * @description Started again the same way a moment later, it is the same payment.
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what I own */
        get: operations["listLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have earned */
        get: operations["listEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what came to me and went */
        get: operations["listMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/statements/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the statement of a month */
        get: operations["readStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/payout-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where I am paid */
        get: operations["listPayoutAccounts"];
        put?: never;
        /**
         * Say where I am paid
         * @description An administrator checks it; until then the account in use stays.
         */
        post: operations["createPayoutAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my payouts */
        get: operations["listMyPayouts"];
        put?: never;
        /** Ask for a payout */
        post: operations["createPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a payout that nobody has decided on */
        delete: operations["withdrawPayout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/splits/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who earns an item */
        get: operations["listItemSplits"];
        /** Say who earns an item from now on */
        put: operations["setItemSplit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/splits/spaces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who earns a space */
        get: operations["listSpaceSplits"];
        /** Say who earns a space from now on */
        put: operations["setSpaceSplit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/splits/bundles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who earns a bundle */
        get: operations["listBundleSplits"];
        /** Say who earns a bundle from now on */
        put: operations["setBundleSplit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform-shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the platform keeps of single authors’ sales */
        get: operations["listPlatformShares"];
        put?: never;
        /** Agree on another share with an author */
        post: operations["createPlatformShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payout-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts that wait to be checked */
        get: operations["listAccountsToCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payout-accounts/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Approve an account */
        put: operations["approvePayoutAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payout-accounts/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refuse an account */
        put: operations["refusePayoutAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List everybody’s payouts */
        get: operations["listPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payouts/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Approve a payout */
        put: operations["approvePayout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payouts/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Refuse a payout */
        put: operations["refusePayout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payouts/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what the bank did with a payout */
        put: operations["settlePayout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payout-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List batches of payouts */
        get: operations["listPayoutBatches"];
        put?: never;
        /**
         * Put what is approved into a batch
         * @description The file for the bank is on its page in the console: whole account numbers are not given to programs.
         */
        post: operations["createPayoutBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my invoices and credit notes */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an invoice
         * @description As a PDF it is at `/invoices/{id}/pdf?lang=zh-CN` or `?lang=en` of the site.
         */
        get: operations["readInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/fapiaos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the fapiao I asked for */
        get: operations["listMyFapiaos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/fapiao": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a fapiao of an order of mine */
        post: operations["createFapiao"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fapiaos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a request that waits */
        delete: operations["withdrawFapiao"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fapiaos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List requests for fapiao */
        get: operations["listFapiaos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fapiaos/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what became of a request */
        put: operations["decideFapiao"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tax-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Taxes of a month by region and rate */
        get: operations["readTaxReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my subscriptions
         * @description Those that live first, then the newest; at most 100. To subscribe, order an offer that renews.
         */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a subscription of mine */
        get: operations["readSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was billed of a subscription */
        get: operations["listSubscriptionBills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which plans a subscription may change to, and what that costs now */
        get: operations["listSubscriptionPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the plan
         * @description A better plan begins when the order is paid; any other when the present period is over.
         */
        put: operations["changeSubscriptionPlan"];
        post?: never;
        /** Take a change of plan back before it begins */
        delete: operations["keepSubscriptionPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause when the present period is over */
        put: operations["pauseSubscription"];
        post?: never;
        /**
         * Take a pause back, or cut it short
         * @description Cut short, the next period is to be paid, and opens when it is.
         */
        delete: operations["resumeSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cancel: open until the end of what is paid, then over */
        put: operations["cancelSubscription"];
        post?: never;
        /** Undo the cancelling before the end */
        delete: operations["undoSubscriptionCancellation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Get what is to be paid, as an order
         * @description What is due; during a trial, the first period ahead of time. Pay it as any order.
         */
        put: operations["demandSubscriptionBill"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody is paid for */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/services/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say for what I am paid: answers */
        put: operations["offerAnswers"];
        post?: never;
        /** Offer no answers any more */
        delete: operations["stopAnswers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/services/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say for what I am paid: talks */
        put: operations["offerTalks"];
        post?: never;
        /** Offer no talks any more */
        delete: operations["stopTalks"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/services/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say for what I am paid: tips */
        put: operations["offerTips"];
        post?: never;
        /** Offer no tips any more */
        delete: operations["stopTips"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/tips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tip somebody */
        post: operations["giveTip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask an expert for pay
         * @description The money is held until the answer is there; it goes back by itself when none is in time.
         */
        post: operations["askForPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my paid questions */
        get: operations["listPaidQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a paid question */
        get: operations["readPaidQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer it: the money is mine from then on */
        put: operations["answerPaidQuestion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/followup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask back, once */
        put: operations["followUpPaidQuestion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer the follow-up */
        put: operations["replyToFollowUp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decline it: the money goes back at once */
        put: operations["declinePaidQuestion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/listeners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Listen in to an answer */
        post: operations["listenIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asks/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make it a free question */
        put: operations["openPaidQuestion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When somebody can be talked to */
        get: operations["listSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a time to be talked to */
        post: operations["addSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/slots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an offered time back */
        delete: operations["withdrawSlot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{handle}/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a talk */
        post: operations["bookTalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my talks */
        get: operations["listTalks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Call a talk off; the money goes back */
        delete: operations["cancelTalk"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/questions/{id}/cash-bounties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money offered for an answer */
        get: operations["listCashBounties"];
        put?: never;
        /**
         * Offer money for an answer
         * @description Held until an answer is accepted; it goes back by itself when the days end without one.
         */
        post: operations["offerCashBounty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/group-price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sell an item to groups */
        put: operations["setGroupPrice"];
        post?: never;
        /** Sell an item to groups no more */
        delete: operations["unsetGroupPrice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups that wait for people */
        get: operations["listGroups"];
        put?: never;
        /**
         * Start a group
         * @description Begins when it is paid. Not filled in time, the money goes back by itself.
         */
        post: operations["startGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a group */
        get: operations["readGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a group */
        post: operations["joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what I give */
        get: operations["listGifts"];
        put?: never;
        /**
         * Buy something to give it away
         * @description Paid, it becomes codes: see `GET /gifts`.
         */
        post: operations["buyGifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a code gives */
        get: operations["readGift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gifts/{code}/redemption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Accept a gift */
        put: operations["redeemGift"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what an offer costs
         * @description What an order placed now would cost whoever asks, line by line. Nothing is kept.
         */
        post: operations["makeQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give up an order that is not paid
         * @description What was kept for it, such as a coupon, is free at once.
         */
        put: operations["cancelOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what I sell */
        get: operations["listOwnOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Offer a thing, or change how it is offered
         * @description An offer never changes: this makes a new one. `price: null` takes the thing off sale.
         */
        put: operations["setOffer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an offer another price
         * @description Of a region, from a day on, until a day, for a level or a segment.
         */
        post: operations["addOfferPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offer-prices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take another price away */
        delete: operations["removeOfferPrice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List coupons and promotions */
        get: operations["listDiscounts"];
        put?: never;
        /**
         * Make a coupon or a promotion
         * @description Without a code it is a promotion and counts by itself. `whose: all` is for administrators.
         */
        post: operations["makeDiscount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a coupon or a promotion */
        delete: operations["endDiscount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tax-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What tax is taken where */
        get: operations["listTaxRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tax-rates/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the tax of a region */
        put: operations["setTaxRate"];
        post?: never;
        /** Take no more tax in a region */
        delete: operations["endTaxRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bundles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a bundle */
        get: operations["readBundle"];
        put?: never;
        post?: never;
        /** Take a bundle off sale for good */
        delete: operations["endBundle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bundles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell several items at one price */
        post: operations["makeBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The memberships of the whole place */
        get: operations["listTiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiers/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a membership or change it */
        put: operations["setTier"];
        post?: never;
        /** Take a membership off sale for good */
        delete: operations["endTier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of people that prices may be for */
        get: operations["listSegments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segments/{segment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who is in a segment */
        put: operations["setSegment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affiliate-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my affiliate links and what they brought */
        get: operations["listAffiliateLinks"];
        put?: never;
        /** Make an affiliate link */
        post: operations["makeAffiliateLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/affiliate-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an affiliate link */
        delete: operations["endAffiliateLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/affiliate-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what I give who brings buyers to my things */
        put: operations["setAffiliateRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the seats that I bought for others */
        get: operations["listSeatPools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/seats/{id}/people/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a seat to somebody */
        put: operations["assignSeat"];
        post?: never;
        /** Take a seat back */
        delete: operations["freeSeat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who takes payments here */
        get: operations["listPaymentProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List how bills compared with our books */
        get: operations["listReconciliations"];
        put?: never;
        /** Compare a provider’s bill of a day with our books */
        post: operations["reconcile"];
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
    "/courses/{id}/lessons/{lessonId}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the quiz or exercise of a lesson
         * @description With my open attempt or my last tries. Right answers are in it only of what was handed in.
         */
        get: operations["readAssessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an attempt at a quiz
         * @description The clock runs from now. One that is open is given back as it is.
         */
        post: operations["beginAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/attempts/open/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep answers of my open attempt */
        put: operations["keepAnswers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/attempts/open/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand in my open attempt
         * @description What arrives after its end does not count; what was kept before does.
         */
        put: operations["submitAttempt"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Run my code in an exercise
         * @description A trial runs only the cases that are shown; else all of them decide whether it is passed.
         */
        put: operations["tryCode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the card that I am to review now */
        get: operations["readReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cards/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how well I remembered a card
         * @description 1 forgotten, 2 hard, 3 good, 4 easy. It is planned by FSRS.
         */
        put: operations["rateCard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/review-cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Set a card aside for good */
        delete: operations["endCard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the bank of questions of a course */
        get: operations["listBankQuestions"];
        put?: never;
        /**
         * Add questions to the bank of a course
         * @description As text; several are apart by lines of three dashes.
         */
        post: operations["addBankQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/questions/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Write a question anew
         * @description Who was asked before keeps what they were asked.
         */
        put: operations["reviseBankQuestion"];
        post?: never;
        /** Take a question out of the bank */
        delete: operations["removeBankQuestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/quiz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what the quiz of a lesson asks and how
         * @description Learners see it with the next version.
         */
        put: operations["setQuiz"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/quiz/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how a quiz and its questions did */
        get: operations["readQuizStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/exercise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the exercise of a lesson
         * @description The solution is run: it fills in answers that cases leave out, and must give those that they name.
         */
        put: operations["setExercise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files I uploaded
         * @description Files are uploaded by tus 1.0 at `/api/v1/uploads`: `Upload-Metadata` names `filename` and `purpose` (picture, avatar, cover, video, audio, file); the answer names the file in `Stoa-Media-Id`.
         */
        get: operations["listMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is known of a file
         * @description While it is uploaded and worked on: how far that is.
         */
        get: operations["readMedium"];
        put?: never;
        post?: never;
        /** Delete a file of mine */
        delete: operations["deleteMedium"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}/playback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get addresses to play a video or recording
         * @description They are for who asks, and for a time; a player asks again when it is over.
         */
        post: operations["playMedium"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get an address to download a file */
        post: operations["downloadMedium"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}/subtitles/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the subtitles in a language */
        put: operations["setSubtitles"];
        post?: never;
        /** Delete the subtitles in a language */
        delete: operations["deleteSubtitles"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/media/{id}/cues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search what is said in a video */
        get: operations["searchCues"];
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
    "/ledger/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When all money was recomputed, and what came out */
        get: operations["listMoneyProofs"];
        put?: never;
        /**
         * Have all money recomputed now
         * @description A job does it: look at `GET /ledger/proofs`. While one waits or runs, it is that one.
         */
        post: operations["proveMoney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List courses
         * @description Filtered by topic, level, price, length and language.
         */
        get: operations["listCourses"];
        put?: never;
        /**
         * Begin a course
         * @description A draft that nobody but its makers sees. Its words are those of the draft; see `PUT /drafts/{id}`.
         */
        post: operations["createCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a course as its learner
         * @description The outline of the version that they learn by, what of it is open, and what is done. The description is that of the item.
         */
        get: operations["readCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Begin a course */
        put: operations["enrol"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/enrolment/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Go over to another version */
        put: operations["chooseCourseVersion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a lesson
         * @description What is not open to the asking person is not in the answer; `state` says why.
         */
        get: operations["readLesson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/take-along": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what of a course may be kept on a device
         * @description The texts that are open to the asking person, for reading without a connection. Asked again whenever there is one: what is not named any more must go, and all of it after `days` without an answer.
         */
        get: operations["takeAlong"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what was learnt
         * @description In batches of up to 100. Of each lesson the union with what was known is kept: a report may come late, twice, or from a second device.
         */
        post: operations["recordProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lessons/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what was watched of a lesson
         * @description For players: seconds, which may be parts of one, and where it was left.
         */
        post: operations["recordWatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lessons/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that a lesson is done */
        put: operations["completeLesson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the courses that I learn */
        get: operations["listLearning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/streak": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read my days, goal and streak */
        get: operations["readStreak"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/learning-goal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set my goal and reminder */
        put: operations["setLearningGoal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my notes and highlights */
        get: operations["listNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notes/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take my notes along as Markdown */
        get: operations["exportNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lessons/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a note on a lesson */
        post: operations["takeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw a note away */
        delete: operations["deleteNote"];
        options?: never;
        head?: never;
        /** Write a note anew */
        patch: operations["rewriteNote"];
        trace?: never;
    };
    "/certificates/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a certificate
         * @description `credentialUrl` is the signed Open Badges 3.0 credential; its status list tells verifiers whether it was revoked.
         */
        get: operations["readCertificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my certificates */
        get: operations["listMyCertificates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificates/{token}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Revoke a certificate for good */
        put: operations["revokeCertificate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reviews of a course
         * @description `average` is a Bayesian average, `mean` the plain one.
         */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Review a course that I learn
         * @description One each; again it replaces the first. Asks for 30 % of the needed lessons completed.
         */
        put: operations["reviewCourse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the published programmes */
        get: operations["listPaths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paths/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a path
         * @description With what the asking person has done of it.
         */
        get: operations["readPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/paths/{id}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow a path */
        put: operations["followPath"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the outline under edit */
        get: operations["readOutline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/outline/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give the outline a new order */
        put: operations["arrangeOutline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what one learns, for whom it is, and what must be met to begin */
        put: operations["describeCourse"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a course a picture
         * @description One that was uploaded with the purpose `cover` or `picture`. Left out, only what it shows is said anew.
         */
        put: operations["setCourseCover"];
        post?: never;
        /** Take the picture of a course away */
        delete: operations["removeCourseCover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a section */
        post: operations["addSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/sections/{sectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a section and its lessons out */
        delete: operations["removeSection"];
        options?: never;
        head?: never;
        /** Rename a section */
        patch: operations["renameSection"];
        trace?: never;
    };
    "/courses/{id}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a lesson */
        post: operations["addLesson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a lesson as it is edited */
        get: operations["readDraftLesson"];
        /**
         * Write what a lesson says
         * @description Learners see it with the next version.
         */
        put: operations["saveLesson"];
        post?: never;
        /**
         * Take a lesson out of the outline
         * @description Published versions keep it.
         */
        delete: operations["removeLesson"];
        options?: never;
        head?: never;
        /** Set how a lesson opens */
        patch: operations["setLesson"];
        trace?: never;
    };
    "/courses/{id}/lessons/{lessonId}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a lesson back that was taken out */
        put: operations["restoreLesson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a course */
        get: operations["listCourseVersions"];
        put?: never;
        /**
         * Publish the outline as a new version
         * @description With the first one the course itself is published, unless the version waits for review.
         */
        post: operations["publishCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/versions/{number}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Approve or refuse a version that waits for review */
        put: operations["decideCourseVersion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a version back before anybody decided on it */
        delete: operations["withdrawCourseVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who makes a course beside its author */
        get: operations["listCourseAuthors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/authors/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody a role in a course */
        put: operations["setCourseAuthor"];
        post?: never;
        /** Take a role away, or lay down one’s own */
        delete: operations["dropCourseAuthor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A course in figures */
        get: operations["reportCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the learners of a course */
        get: operations["listLearners"];
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
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an upload (tus 1.0)
         * @description Extensions: creation, creation-with-upload, termination, checksum (sha1, sha256, md5), expiration. `OPTIONS` tells the same.
         */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an upload, and throw away what came */
        delete: operations["endUpload"];
        options?: never;
        /** Ask how far an upload is */
        head: operations["readUpload"];
        /**
         * Send what comes next of an upload
         * @description What arrives before a connection is cut is kept, unless a checksum was sent for the whole.
         */
        patch: operations["appendUpload"];
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
         *       "tips": false,
         *       "cash": {},
         *       "group": null,
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
            /** @description Its author takes tips. */
            tips: boolean;
            cash: components["schemas"]["Money"] & unknown;
            /** @description What each pays, and of how many, when it is bought together. */
            group: {
                amount: number;
                size: number;
            } | null;
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
         *       "data": [
         *         {
         *           "lessonId": 7,
         *           "number": 1,
         *           "kind": "text",
         *           "title": [
         *             {
         *               "text": "index",
         *               "hit": false
         *             }
         *           ],
         *           "href": "/courses/85/lessons/7#p4",
         *           "paragraph": 4,
         *           "second": 83,
         *           "snippet": [
         *             {
         *               "text": "index",
         *               "hit": false
         *             }
         *           ]
         *         }
         *       ],
         *       "more": false
         *     }
         */
        CourseHits: {
            data: {
                /** @example 7 */
                lessonId: number;
                /** @example 1 */
                number: number;
                /** @example text */
                kind: string;
                /** @description The text in pieces; what was searched for has `hit`. */
                title: {
                    /** @example index */
                    text: string;
                    hit: boolean;
                }[];
                /**
                 * @description Leads to the paragraph, or to the second of a film.
                 * @example /courses/85/lessons/7#p4
                 */
                href: string;
                /** @example 4 */
                paragraph: number | null;
                /** @example 83 */
                second: number | null;
                /** @description The text in pieces; what was searched for has `hit`. */
                snippet: {
                    /** @example index */
                    text: string;
                    hit: boolean;
                }[];
            }[];
            more: boolean;
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
         *       "path": null,
         *       "subject": null,
         *       "reason": null,
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
             * @description Where it leads when that is no item.
             * @example null
             */
            path: string | null;
            /**
             * @description What is there called.
             * @example null
             */
            subject: string | null;
            /**
             * @description Why, as the code of an error; for what went wrong.
             * @example null
             */
            reason: {
                code: string;
                params: {
                    [key: string]: string | number;
                };
            } | null;
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
            sells: "item" | "space" | "seats" | "bundle" | "tier" | "question" | "listen" | "slot" | "tip" | "group" | "bounty";
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
         *       "renews": false,
         *       "months": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "expiresAt": "2025-06-01T08:30:00.000Z",
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
            /** @description How the price came about, line by line; the amounts sum to the total. */
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
            sells: "item" | "space" | "seats" | "bundle" | "tier" | "question" | "listen" | "slot" | "tip" | "group" | "bounty";
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
            /** @description Of a subscription. */
            renews: boolean;
            months: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it waits for its payment.
             * @example 2025-06-01T08:30:00.000Z
             */
            expiresAt: string;
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
         *       "offerId": 1,
         *       "quantity": 1,
         *       "amount": 1,
         *       "coupon": "SPRING-20",
         *       "region": "CN",
         *       "affiliate": "text",
         *       "expected": {}
         *     }
         */
        NewOrder: {
            offerId: number;
            quantity?: number;
            /** @description For an open price: what the buyer pleases, each. */
            amount?: number;
            /** @example SPRING-20 */
            coupon?: string;
            /**
             * @description ISO 3166.
             * @example CN
             */
            region?: string;
            /** @description Code of the link by which the buyer came. */
            affiliate?: string;
            expected?: components["schemas"]["Money"] & unknown;
        };
        /**
         * @example {
         *       "reference": "Xk3…",
         *       "provider": "sandbox",
         *       "method": "page",
         *       "url": "/checkout/sandbox/Xk3…",
         *       "next": {
         *         "step": "redirect",
         *         "url": "text"
         *       }
         *     }
         */
        PaymentStarted: {
            /** @example Xk3… */
            reference: string;
            /** @example sandbox */
            provider: string;
            /** @example page */
            method: string;
            /**
             * @description Where the buyer pays, on this site.
             * @example /checkout/sandbox/Xk3…
             */
            url: string;
            /** @description What the page there does: for clients that have a till of their own. */
            next: {
                /** @enum {string} */
                step: "redirect";
                url: string;
            } | {
                /** @enum {string} */
                step: "qr";
                content: string;
            } | {
                /** @enum {string} */
                step: "call";
                name: string;
                values: {
                    [key: string]: string;
                };
            };
        };
        /**
         * @example {
         *       "provider": "text",
         *       "method": "text"
         *     }
         */
        NewPayment: {
            /** @description One that takes the currency; the first by default. */
            provider?: string;
            /** @description One of its methods; the first by default. */
            method?: string;
        };
        /**
         * @example {
         *       "itemId": 42,
         *       "spaceId": 3,
         *       "title": "Inside the query planner",
         *       "kind": null,
         *       "slug": "inside-the-query-planner",
         *       "author": null,
         *       "parts": 0,
         *       "open": false,
         *       "there": false,
         *       "source": "purchase",
         *       "sourceRef": "order:71",
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "revokedAt": "2025-06-01T08:30:00.000Z",
         *       "since": "2025-06-01T08:30:00.000Z"
         *     }
         */
        LibraryEntry: {
            /** @example 42 */
            itemId: number | null;
            /** @example 3 */
            spaceId: number | null;
            /** @example Inside the query planner */
            title: string;
            kind: string | null;
            /** @example inside-the-query-planner */
            slug: string;
            author: string | null;
            /**
             * @description Of a column: parts that can be read.
             * @example 0
             */
            parts: number;
            open: boolean;
            /** @description Still published. */
            there: boolean;
            /** @enum {string} */
            source: "purchase" | "subscription" | "grant" | "trial" | "seat" | "gift";
            /** @example order:71 */
            sourceRef: string;
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
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            since: string;
        };
        /**
         * @example {
         *       "currency": "CNY",
         *       "balance": 8000,
         *       "held": 8000,
         *       "available": 8000,
         *       "freeFrom": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Earnings: {
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /**
             * @description All that was earned and not paid out. Minor units.
             * @example 8000
             */
            balance: number;
            /**
             * @description Of it, earned so lately that it may yet be taken back. Minor units.
             * @example 8000
             */
            held: number;
            /**
             * @description What may be asked for now. Minor units.
             * @example 8000
             */
            available: number;
            /**
             * Format: date-time
             * @description When the next of what is held is set free.
             * @example 2025-06-01T08:30:00.000Z
             */
            freeFrom: string | null;
        };
        /**
         * @example {
         *       "id": 512,
         *       "at": "2025-06-01T08:30:00.000Z",
         *       "kind": "sale",
         *       "as": "author",
         *       "reference": "order:71",
         *       "title": null,
         *       "sells": "item",
         *       "amount": 8000,
         *       "currency": "CNY"
         *     }
         */
        Movement: {
            /** @example 512 */
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            at: string;
            /** @example sale */
            kind: string;
            /** @enum {string} */
            as: "author" | "affiliate";
            /** @example order:71 */
            reference: string;
            title: string | null;
            /**
             * @description What kind of thing was sold.
             * @example item
             */
            sells: string | null;
            /**
             * @description Positive: it came; negative: it went. Minor units.
             * @example 8000
             */
            amount: number;
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
        };
        /**
         * @example {
         *       "month": "2026-11",
         *       "sums": [
         *         {
         *           "currency": "CNY",
         *           "opening": 8000,
         *           "sums": [
         *             {
         *               "kind": "sale",
         *               "amount": 8000,
         *               "count": 4
         *             }
         *           ],
         *           "closing": 8000
         *         }
         *       ],
         *       "movements": [
         *         {
         *           "id": 512,
         *           "at": "2025-06-01T08:30:00.000Z",
         *           "kind": "sale",
         *           "as": "author",
         *           "reference": "order:71",
         *           "title": null,
         *           "sells": "item",
         *           "amount": 8000,
         *           "currency": "CNY"
         *         }
         *       ]
         *     }
         */
        Statement: {
            /** @example 2026-11 */
            month: string;
            sums: {
                /** @enum {string} */
                currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
                /**
                 * @description At the beginning of the month (UTC). Minor units.
                 * @example 8000
                 */
                opening: number;
                sums: {
                    /** @example sale */
                    kind: string;
                    /**
                     * @description Together. Minor units.
                     * @example 8000
                     */
                    amount: number;
                    /** @example 4 */
                    count: number;
                }[];
                /**
                 * @description opening and all sums. Minor units.
                 * @example 8000
                 */
                closing: number;
            }[];
            movements: components["schemas"]["Movement"][];
        };
        /**
         * @example {
         *       "id": 4,
         *       "holder": "person",
         *       "legalName": "王小明",
         *       "kind": "bank_cn",
         *       "bankName": "招商银行",
         *       "tail": "6789",
         *       "status": "submitted",
         *       "reason": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "decidedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        PayoutAccount: {
            /** @example 4 */
            id: number;
            /** @enum {string} */
            holder: "person" | "company";
            /** @example 王小明 */
            legalName: string;
            /** @enum {string} */
            kind: "bank_cn" | "iban" | "alipay";
            /** @example 招商银行 */
            bankName: string;
            /** @example 6789 */
            tail: string;
            /** @enum {string} */
            status: "submitted" | "approved" | "refused" | "replaced";
            reason: string | null;
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
        };
        /**
         * @example {
         *       "holder": "person",
         *       "legalName": "王小明",
         *       "kind": "bank_cn",
         *       "bankName": "招商银行",
         *       "number": "6225880123456789"
         *     }
         */
        NewPayoutAccount: {
            /** @enum {string} */
            holder: "person" | "company";
            /** @example 王小明 */
            legalName: string;
            /** @enum {string} */
            kind: "bank_cn" | "iban" | "alipay";
            /**
             * @description For `bank_cn`.
             * @default
             * @example 招商银行
             */
            bankName: string;
            /** @example 6225880123456789 */
            number: string;
        };
        /**
         * @example {
         *       "id": 8,
         *       "value": null,
         *       "status": "asked",
         *       "batchId": 2,
         *       "account": {
         *         "kind": "bank_cn",
         *         "tail": "6789",
         *         "legalName": "王小明",
         *         "bankName": "招商银行"
         *       },
         *       "bankReference": null,
         *       "reason": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "sentAt": "2025-06-01T08:30:00.000Z",
         *       "closedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Payout: {
            /** @example 8 */
            id: number;
            value: components["schemas"]["Money"];
            /** @enum {string} */
            status: "asked" | "approved" | "in_batch" | "sent" | "failed" | "returned" | "refused" | "withdrawn";
            /** @example 2 */
            batchId: number | null;
            account: {
                /** @enum {string} */
                kind: "bank_cn" | "iban" | "alipay";
                /**
                 * @description The end of the number: more of it is never shown.
                 * @example 6789
                 */
                tail: string;
                /** @example 王小明 */
                legalName: string;
                /** @example 招商银行 */
                bankName: string;
            };
            bankReference: string | null;
            /** @description Why it was refused, failed or came back. */
            reason: string | null;
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
            sentAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            closedAt: string | null;
        };
        /**
         * @example {
         *       "currency": "CNY",
         *       "amount": null
         *     }
         */
        NewPayout: {
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /** @description Left out: all that is available. */
            amount?: number | null;
        };
        /**
         * @example {
         *       "id": 3,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "shares": [
         *         {
         *           "userId": 7,
         *           "handle": "lin-qing",
         *           "name": "林青",
         *           "weight": 7000
         *         }
         *       ]
         *     }
         */
        Split: {
            /** @example 3 */
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            shares: {
                /** @example 7 */
                userId: number;
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
                /**
                 * @description Basis points; they sum to 10,000.
                 * @example 7000
                 */
                weight: number;
            }[];
        };
        /**
         * @example {
         *       "shares": [
         *         {
         *           "handle": "text",
         *           "weight": 1
         *         }
         *       ],
         *       "startsAt": null
         *     }
         */
        NewSplit: {
            shares: {
                handle: string;
                weight: number;
            }[];
            /**
             * Format: date-time
             * @description Left out: from now on.
             */
            startsAt?: string | null;
        };
        /**
         * @example {
         *       "id": 3,
         *       "userId": 7,
         *       "handle": "lin-qing",
         *       "name": "林青",
         *       "shareBps": null,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "note": "text"
         *     }
         */
        PlatformShare: {
            /** @example 3 */
            id: number;
            /** @example 7 */
            userId: number;
            /** @example lin-qing */
            handle: string;
            /** @example 林青 */
            name: string;
            /** @description Basis points; null: as the settings say. */
            shareBps: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            note: string;
        };
        /**
         * @example {
         *       "handle": "text",
         *       "shareBps": null,
         *       "startsAt": null,
         *       "note": ""
         *     }
         */
        NewPlatformShare: {
            handle: string;
            shareBps: number | null;
            /**
             * Format: date-time
             * @description Left out: from now on.
             */
            startsAt?: string | null;
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "reason": ""
         *     }
         */
        Reason: {
            /** @default  */
            reason: string;
        };
        /**
         * @description A payout as administrators see it.
         * @example {
         *       "id": 8,
         *       "value": null,
         *       "status": "asked",
         *       "batchId": 2,
         *       "account": {
         *         "kind": "bank_cn",
         *         "tail": "6789",
         *         "legalName": "王小明",
         *         "bankName": "招商银行"
         *       },
         *       "bankReference": null,
         *       "reason": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "sentAt": "2025-06-01T08:30:00.000Z",
         *       "closedAt": "2025-06-01T08:30:00.000Z",
         *       "person": {
         *         "handle": "lin-qing",
         *         "name": "林青"
         *       }
         *     }
         */
        PayoutOf: {
            /** @example 8 */
            id: number;
            value: components["schemas"]["Money"];
            /** @enum {string} */
            status: "asked" | "approved" | "in_batch" | "sent" | "failed" | "returned" | "refused" | "withdrawn";
            /** @example 2 */
            batchId: number | null;
            account: {
                /** @enum {string} */
                kind: "bank_cn" | "iban" | "alipay";
                /**
                 * @description The end of the number: more of it is never shown.
                 * @example 6789
                 */
                tail: string;
                /** @example 王小明 */
                legalName: string;
                /** @example 招商银行 */
                bankName: string;
            };
            bankReference: string | null;
            /** @description Why it was refused, failed or came back. */
            reason: string | null;
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
            sentAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            closedAt: string | null;
            person: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            };
        };
        /**
         * @example {
         *       "to": "sent",
         *       "bankReference": "",
         *       "reason": ""
         *     }
         */
        Settlement: {
            /** @enum {string} */
            to: "sent" | "failed" | "returned";
            /** @default  */
            bankReference: string;
            /** @default  */
            reason: string;
        };
        /**
         * @example {
         *       "id": 2,
         *       "currency": "CNY",
         *       "kind": "bank_cn",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "exportedAt": "2025-06-01T08:30:00.000Z",
         *       "count": 12,
         *       "open": 3,
         *       "total": 8000
         *     }
         */
        PayoutBatch: {
            /** @example 2 */
            id: number;
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /** @enum {string} */
            kind: "bank_cn" | "iban" | "alipay";
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
            exportedAt: string | null;
            /** @example 12 */
            count: number;
            /**
             * @description Not settled yet.
             * @example 3
             */
            open: number;
            /**
             * @description Of all of them. Minor units.
             * @example 8000
             */
            total: number;
        };
        /**
         * @example {
         *       "currency": "CNY",
         *       "kind": "bank_cn"
         *     }
         */
        NewPayoutBatch: {
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /** @enum {string} */
            kind: "bank_cn" | "iban" | "alipay";
        };
        /**
         * @example {
         *       "id": 12,
         *       "series": "INV",
         *       "number": "INV-2026-000012",
         *       "orderId": 71,
         *       "corrects": null,
         *       "currency": "CNY",
         *       "net": 8000,
         *       "tax": 8000,
         *       "total": 8000,
         *       "seller": {
         *         "name": "林青",
         *         "taxNumber": "text",
         *         "address": "text"
         *       },
         *       "buyer": {
         *         "name": "林青",
         *         "taxNumber": "text",
         *         "address": "text"
         *       },
         *       "lines": [
         *         {
         *           "what": "price",
         *           "title": "text",
         *           "quantity": 1,
         *           "amount": 1,
         *           "data": {}
         *         }
         *       ],
         *       "taxLines": [
         *         {
         *           "name": "text",
         *           "region": "text",
         *           "bps": null,
         *           "amount": 1
         *         }
         *       ],
         *       "issuedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Invoice: {
            /** @example 12 */
            id: number;
            /**
             * @description CN: a credit note, its amounts are negative.
             * @enum {string}
             */
            series: "INV" | "CN";
            /** @example INV-2026-000012 */
            number: string;
            /** @example 71 */
            orderId: number;
            /** @description The invoice that a credit note takes back from. */
            corrects: string | null;
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /**
             * @description Without tax. Minor units.
             * @example 8000
             */
            net: number;
            /**
             * @description All taxes. Minor units.
             * @example 8000
             */
            tax: number;
            /**
             * @description net and tax. Minor units.
             * @example 8000
             */
            total: number;
            seller: {
                /** @example 林青 */
                name: string;
                taxNumber: string;
                address: string;
            };
            buyer: {
                /** @example 林青 */
                name: string;
                taxNumber: string;
                address: string;
            };
            lines: {
                /** @example price */
                what: string;
                title: string;
                quantity: number;
                amount: number;
                data: {
                    [key: string]: string | number;
                };
            }[];
            taxLines: {
                name: string;
                region: string;
                bps: number | null;
                amount: number;
            }[];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            issuedAt: string;
        };
        /**
         * @example {
         *       "id": 5,
         *       "orderId": 71,
         *       "orderTitle": "Inside the query planner",
         *       "holder": "person",
         *       "title": "书院有限公司",
         *       "taxNumber": "text",
         *       "email": "finance@example.org",
         *       "value": null,
         *       "status": "asked",
         *       "number": null,
         *       "link": null,
         *       "reason": null,
         *       "refundedSince": false,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "decidedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Fapiao: {
            /** @example 5 */
            id: number;
            /** @example 71 */
            orderId: number;
            /** @example Inside the query planner */
            orderTitle: string;
            /** @enum {string} */
            holder: "person" | "company";
            /**
             * @description 抬头
             * @example 书院有限公司
             */
            title: string;
            taxNumber: string;
            /** @example finance@example.org */
            email: string;
            value: components["schemas"]["Money"];
            /** @enum {string} */
            status: "asked" | "issued" | "refused" | "withdrawn" | "voided";
            number: string | null;
            link: string | null;
            reason: string | null;
            /** @description Money of the order went back since it was asked for. */
            refundedSince: boolean;
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
        };
        /**
         * @example {
         *       "holder": "person",
         *       "title": "text",
         *       "taxNumber": "",
         *       "email": "text"
         *     }
         */
        NewFapiao: {
            /** @enum {string} */
            holder: "person" | "company";
            title: string;
            /** @default  */
            taxNumber: string;
            email: string;
        };
        /**
         * @example {
         *       "to": "issued",
         *       "number": "",
         *       "link": "",
         *       "reason": ""
         *     }
         */
        FapiaoDecision: {
            /** @enum {string} */
            to: "issued" | "refused" | "voided";
            /** @default  */
            number: string;
            /** @default  */
            link: string;
            /** @default  */
            reason: string;
        };
        /**
         * @example {
         *       "currency": "CNY",
         *       "region": "text",
         *       "name": "text",
         *       "bps": null,
         *       "net": 1,
         *       "tax": 1,
         *       "papers": 1
         *     }
         */
        TaxRow: {
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            region: string;
            name: string;
            bps: number | null;
            net: number;
            tax: number;
            papers: number;
        };
        /**
         * @example {
         *       "id": 9,
         *       "status": "trialing",
         *       "plan": {
         *         "offerId": 62,
         *         "spaceId": 3,
         *         "title": "系统",
         *         "price": null,
         *         "months": 1,
         *         "rank": 0,
         *         "trialDays": null
         *       },
         *       "spaceSlug": null,
         *       "price": {},
         *       "period": 1,
         *       "periodStartsAt": "2025-06-01T08:30:00.000Z",
         *       "periodEndsAt": "2025-06-01T08:30:00.000Z",
         *       "trialEndsAt": "2025-06-01T08:30:00.000Z",
         *       "accessUntil": "2025-06-01T08:30:00.000Z",
         *       "next": null,
         *       "cancelledAt": "2025-06-01T08:30:00.000Z",
         *       "pauseAskedAt": "2025-06-01T08:30:00.000Z",
         *       "resumesAt": "2025-06-01T08:30:00.000Z",
         *       "dueAt": "2025-06-01T08:30:00.000Z",
         *       "bill": null,
         *       "endedAt": "2025-06-01T08:30:00.000Z",
         *       "endedWhy": "cancelled",
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Subscription: {
            /** @example 9 */
            id: number;
            /** @enum {string} */
            status: "trialing" | "active" | "past_due" | "paused" | "cancelled" | "ended";
            plan: components["schemas"]["Plan"];
            spaceSlug: string | null;
            price: components["schemas"]["Money"] & unknown;
            /** @description 0 is the trial. */
            period: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            periodStartsAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            periodEndsAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            trialEndsAt: string | null;
            /**
             * Format: date-time
             * @description With the days of grace; null: nothing is open.
             * @example 2025-06-01T08:30:00.000Z
             */
            accessUntil: string | null;
            /** @description The plan of the first period that begins then or later. */
            next: {
                plan: components["schemas"]["Plan"];
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                from: string;
                /** @enum {string} */
                why: "chosen" | "price";
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            cancelledAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            pauseAskedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            resumesAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            dueAt: string | null;
            /** @description What waits for its payment. */
            bill: {
                /** @example 71 */
                orderId: number;
                price: components["schemas"]["Money"];
                /** @enum {string} */
                kind: "renewal" | "change";
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endedAt: string | null;
            /** @enum {string|null} */
            endedWhy: "cancelled" | "unpaid" | "refunded" | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "offerId": 62,
         *       "spaceId": 3,
         *       "title": "系统",
         *       "price": null,
         *       "months": 1,
         *       "rank": 0,
         *       "trialDays": null
         *     }
         */
        Plan: {
            /** @example 62 */
            offerId: number;
            /**
             * @description null: a membership of the whole place.
             * @example 3
             */
            spaceId: number | null;
            /** @example 系统 */
            title: string;
            price: components["schemas"]["Money"];
            /** @example 1 */
            months: number;
            /**
             * @description The higher tier includes the lower.
             * @example 0
             */
            rank: number;
            trialDays: number | null;
        };
        /**
         * @example {
         *       "orderId": 71,
         *       "kind": "trial",
         *       "status": "open",
         *       "price": null,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        SubscriptionBill: {
            /** @example 71 */
            orderId: number;
            /** @enum {string} */
            kind: "trial" | "first" | "renewal" | "change" | "ahead";
            /** @enum {string} */
            status: "open" | "paid" | "void";
            price: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "offerId": 62,
         *       "spaceId": 3,
         *       "title": "系统",
         *       "price": null,
         *       "months": 1,
         *       "rank": 0,
         *       "trialDays": null,
         *       "change": {
         *         "when": "now",
         *         "credit": 1,
         *         "toPay": 1
         *       }
         *     }
         */
        PlanChoice: {
            /** @example 62 */
            offerId: number;
            /**
             * @description null: a membership of the whole place.
             * @example 3
             */
            spaceId: number | null;
            /** @example 系统 */
            title: string;
            price: components["schemas"]["Money"];
            /** @example 1 */
            months: number;
            /**
             * @description The higher tier includes the lower.
             * @example 0
             */
            rank: number;
            trialDays: number | null;
            change: components["schemas"]["PlanChange"];
        };
        /**
         * @example {
         *       "when": "now",
         *       "credit": 1,
         *       "toPay": 1
         *     }
         */
        PlanChange: {
            /** @enum {string} */
            when: "now" | "at_end";
            /** @description What is unused, in minor units. */
            credit: number;
            /** @description Before tax, in minor units. */
            toPay: number;
        };
        /**
         * @example {
         *       "orderId": 71
         *     }
         */
        SubscriptionToPay: {
            /**
             * @description The order to be paid; null: nothing is.
             * @example 71
             */
            orderId: number | null;
        };
        /**
         * @example {
         *       "offerId": 1
         *     }
         */
        NewPlan: {
            offerId: number;
        };
        /**
         * @example {
         *       "months": 1
         *     }
         */
        NewPause: {
            /** @default 1 */
            months: number;
        };
        /**
         * @example {
         *       "price": null,
         *       "hours": 1,
         *       "listenAmount": null
         *     }
         */
        AnswerTerms: {
            price: components["schemas"]["Money"];
            hours: number;
            listenAmount: number | null;
        };
        /**
         * @example {
         *       "price": null,
         *       "minutes": 1,
         *       "cancelHours": 1,
         *       "place": "text"
         *     }
         */
        TalkTerms: {
            price: components["schemas"]["Money"];
            minutes: number;
            cancelHours: number;
            place: string;
        };
        /**
         * @description The least that is given.
         * @example {
         *       "price": null
         *     }
         */
        TipTerms: {
            price: components["schemas"]["Money"];
        };
        /**
         * @description In minor units of the currency that the person takes.
         * @example {
         *       "amount": 1,
         *       "itemId": null,
         *       "message": ""
         *     }
         */
        NewTip: {
            amount: number;
            /** @default null */
            itemId: number | null;
            /** @default  */
            message: string;
        };
        /**
         * @example {
         *       "title": "text",
         *       "source": "text",
         *       "language": "en",
         *       "open": false
         *     }
         */
        NewPaidQuestion: {
            title: string;
            source: string;
            /**
             * @default en
             * @enum {string}
             */
            language: "zh-CN" | "en";
            /**
             * @description Others may listen in.
             * @default false
             */
            open: boolean;
        };
        /**
         * @example {
         *       "id": 12,
         *       "title": "Which index serves this order by?",
         *       "language": "en",
         *       "status": "waiting",
         *       "asker": null,
         *       "expert": null,
         *       "price": null,
         *       "askedAt": "2025-06-01T08:30:00.000Z",
         *       "dueAt": "2025-06-01T08:30:00.000Z",
         *       "answeredAt": "2025-06-01T08:30:00.000Z",
         *       "followupWaits": false
         *     }
         */
        PaidQuestionCard: {
            /** @example 12 */
            id: number;
            /** @example Which index serves this order by? */
            title: string;
            /** @example en */
            language: string;
            /** @enum {string} */
            status: "waiting" | "answered" | "declined" | "expired" | "refunded";
            asker: components["schemas"]["PersonCard"];
            expert: components["schemas"]["PersonCard"];
            price: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description Until then it is answered, or the money goes back by itself.
             * @example 2025-06-01T08:30:00.000Z
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            answeredAt: string | null;
            /** @description The follow-up waits for the expert. */
            followupWaits: boolean;
        };
        /**
         * @example {
         *       "id": 12,
         *       "title": "Which index serves this order by?",
         *       "language": "en",
         *       "status": "waiting",
         *       "asker": null,
         *       "expert": null,
         *       "price": null,
         *       "askedAt": "2025-06-01T08:30:00.000Z",
         *       "dueAt": "2025-06-01T08:30:00.000Z",
         *       "answeredAt": "2025-06-01T08:30:00.000Z",
         *       "followupWaits": false,
         *       "relation": "asker",
         *       "orderId": 71,
         *       "open": false,
         *       "reason": null,
         *       "texts": [
         *         {
         *           "part": "question",
         *           "html": "<p>One on both columns.</p>",
         *           "hasMath": false,
         *           "at": "2025-06-01T08:30:00.000Z"
         *         }
         *       ],
         *       "listen": null,
         *       "listeners": 3,
         *       "itemId": 42
         *     }
         */
        PaidQuestion: {
            /** @example 12 */
            id: number;
            /** @example Which index serves this order by? */
            title: string;
            /** @example en */
            language: string;
            /** @enum {string} */
            status: "waiting" | "answered" | "declined" | "expired" | "refunded";
            asker: components["schemas"]["PersonCard"];
            expert: components["schemas"]["PersonCard"];
            price: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description Until then it is answered, or the money goes back by itself.
             * @example 2025-06-01T08:30:00.000Z
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            answeredAt: string | null;
            /** @description The follow-up waits for the expert. */
            followupWaits: boolean;
            /**
             * @description passer: may read the title only, and listen in for money.
             * @enum {string}
             */
            relation: "asker" | "expert" | "listener" | "admin" | "passer";
            /**
             * @description For who asked, and administrators.
             * @example 71
             */
            orderId: number | null;
            /** @description The asker agreed that others listen in. */
            open: boolean;
            /** @description Why it was declined. */
            reason: string | null;
            texts: {
                /** @enum {string} */
                part: "question" | "answer" | "followup" | "reply";
                /** @example <p>One on both columns.</p> */
                html: string;
                hasMath: boolean;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                at: string;
            }[];
            listen: {
                /** @example 61 */
                offerId: number;
                price: components["schemas"]["Money"];
            } | null;
            /** @example 3 */
            listeners: number;
            /**
             * @description The free question that it became.
             * @example 42
             */
            itemId: number | null;
        };
        /**
         * @example {
         *       "source": "text"
         *     }
         */
        PaidText: {
            source: string;
        };
        /**
         * @example {
         *       "reason": ""
         *     }
         */
        PaidRefusal: {
            /** @default  */
            reason: string;
        };
        /**
         * @example {
         *       "id": 1,
         *       "kind": "text",
         *       "slug": "text"
         *     }
         */
        Opened: {
            id: number;
            kind: string;
            slug: string;
        };
        /**
         * @example {
         *       "spaceId": 1,
         *       "tags": [
         *         "text"
         *       ]
         *     }
         */
        Opening: {
            spaceId: number;
            tags: string[];
        };
        /**
         * @example {
         *       "id": 31,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "minutes": 30,
         *       "booked": false
         *     }
         */
        Slot: {
            /** @example 31 */
            id: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            /** @example 30 */
            minutes: number;
            booked: boolean;
        };
        /**
         * @example {
         *       "id": 1
         *     }
         */
        SlotAdded: {
            id: number;
        };
        /**
         * @example {
         *       "startsAt": "text"
         *     }
         */
        NewSlot: {
            /** Format: date-time */
            startsAt: string;
        };
        /**
         * @example {
         *       "slotId": 1,
         *       "note": ""
         *     }
         */
        NewTalk: {
            slotId: number;
            /** @default  */
            note: string;
        };
        /**
         * @example {
         *       "orderId": 71,
         *       "slotId": 31,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "minutes": 30,
         *       "status": "booked",
         *       "note": "Indexes",
         *       "place": "https://meet.example.org/ada",
         *       "cancelUntil": "2025-06-01T08:30:00.000Z",
         *       "other": null,
         *       "mine": false
         *     }
         */
        Talk: {
            /** @example 71 */
            orderId: number;
            /** @example 31 */
            slotId: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            /** @example 30 */
            minutes: number;
            /** @enum {string} */
            status: "booked" | "done" | "cancelled";
            /** @example Indexes */
            note: string;
            /** @example https://meet.example.org/ada */
            place: string;
            /**
             * Format: date-time
             * @description Until then who booked gets the whole price back.
             * @example 2025-06-01T08:30:00.000Z
             */
            cancelUntil: string;
            other: components["schemas"]["PersonCard"];
            /** @description True for who offers the time. */
            mine: boolean;
        };
        /**
         * @example {
         *       "orderId": 71,
         *       "by": null,
         *       "amount": 1,
         *       "currency": "CNY",
         *       "status": "running",
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "winner": null,
         *       "replyId": 99
         *     }
         */
        CashBounty: {
            /** @example 71 */
            orderId: number;
            by: components["schemas"]["PersonCard"];
            amount: number;
            /** @example CNY */
            currency: string;
            /** @enum {string} */
            status: "running" | "paid" | "returned";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string;
            winner: components["schemas"]["PersonCard"];
            /** @example 99 */
            replyId: number | null;
        };
        /**
         * @example {
         *       "amount": 1900,
         *       "currency": "CNY",
         *       "days": 7
         *     }
         */
        NewCashBounty: {
            /**
             * @description Integer minor units: fen, cents, whole yen.
             * @example 1900
             */
            amount: number;
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /** @default 7 */
            days: number;
        };
        /**
         * @description In minor units of the currency of the price.
         * @example {
         *       "amount": 1,
         *       "size": 1,
         *       "hours": 1
         *     }
         */
        GroupTerms: {
            amount: number;
            size: number;
            hours: number;
        };
        /**
         * @example {
         *       "id": 5,
         *       "itemId": 42,
         *       "title": "Inside the query planner",
         *       "offerId": 61,
         *       "status": "open",
         *       "price": null,
         *       "size": 3,
         *       "joined": 1,
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "people": [
         *         null
         *       ],
         *       "mine": false
         *     }
         */
        Group: {
            /** @example 5 */
            id: number;
            /** @example 42 */
            itemId: number;
            /** @example Inside the query planner */
            title: string;
            /** @example 61 */
            offerId: number;
            /** @enum {string} */
            status: "open" | "filled" | "failed";
            price: components["schemas"]["Money"];
            /** @example 3 */
            size: number;
            /**
             * @description Who has paid; nobody else is counted.
             * @example 1
             */
            joined: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string;
            people: components["schemas"]["PersonCard"][];
            mine: boolean;
        };
        /**
         * @example {
         *       "offerId": 1,
         *       "quantity": 1,
         *       "message": ""
         *     }
         */
        NewGifts: {
            offerId: number;
            /** @default 1 */
            quantity: number;
            /** @default  */
            message: string;
        };
        /**
         * @example {
         *       "id": 8,
         *       "code": "ABCD-EFGH-JKMN-PQRS",
         *       "status": "ready",
         *       "expired": false,
         *       "expiresAt": "2025-06-01T08:30:00.000Z",
         *       "message": "For your new job",
         *       "giver": null,
         *       "redeemedBy": null,
         *       "title": "Inside the query planner",
         *       "sells": "item",
         *       "months": null,
         *       "itemId": 42,
         *       "slug": "inside-the-query-planner"
         *     }
         */
        Gift: {
            /** @example 8 */
            id: number;
            /** @example ABCD-EFGH-JKMN-PQRS */
            code: string;
            /** @enum {string} */
            status: "ready" | "redeemed" | "expired" | "void";
            expired: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            expiresAt: string;
            /** @example For your new job */
            message: string;
            giver: components["schemas"]["PersonCard"];
            redeemedBy: components["schemas"]["PersonCard"];
            /** @example Inside the query planner */
            title: string;
            /** @example item */
            sells: string;
            months: number | null;
            /** @example 42 */
            itemId: number | null;
            /** @example inside-the-query-planner */
            slug: string;
        };
        /**
         * @example {
         *       "offerId": 61,
         *       "lines": [
         *         {
         *           "what": "text",
         *           "amount": 1,
         *           "data": {}
         *         }
         *       ],
         *       "subtotal": 1,
         *       "discount": 1,
         *       "tax": 1,
         *       "total": 1,
         *       "currency": "CNY",
         *       "region": "CN"
         *     }
         */
        Quote: {
            /** @example 61 */
            offerId: number;
            /** @description How the price came about, line by line; the amounts sum to the total. */
            lines: {
                what: string;
                amount: number;
                data?: {
                    [key: string]: string | number;
                };
            }[];
            /** @description Without tax. total = subtotal - discount + tax. */
            subtotal: number;
            discount: number;
            /** @description Added or included, as its line says. */
            tax: number;
            total: number;
            /** @enum {string} */
            currency: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD";
            /**
             * @description ISO 3166.
             * @example CN
             */
            region: string;
        };
        /**
         * @example {
         *       "offerId": 1,
         *       "quantity": 1,
         *       "amount": 1,
         *       "coupon": "SPRING-20",
         *       "region": "CN",
         *       "affiliate": "text"
         *     }
         */
        PriceQuestion: {
            offerId: number;
            quantity?: number;
            /** @description For an open price: what the buyer pleases, each. */
            amount?: number;
            /** @example SPRING-20 */
            coupon?: string;
            /**
             * @description ISO 3166.
             * @example CN
             */
            region?: string;
            /** @description Code of the link by which the buyer came. */
            affiliate?: string;
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
         *       "sellerId": 7,
         *       "prices": [
         *         {
         *           "id": 9,
         *           "price": null,
         *           "region": "CN",
         *           "segment": null,
         *           "minLevel": null,
         *           "startsAt": "2025-06-01T08:30:00.000Z",
         *           "endsAt": "2025-06-01T08:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        OwnOffer: {
            /** @example 61 */
            id: number;
            /**
             * @description What is sold.
             * @enum {string}
             */
            sells: "item" | "space" | "seats" | "bundle" | "tier" | "question" | "listen" | "slot" | "tip" | "group" | "bounty";
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
            prices: components["schemas"]["OfferPrice"][];
        };
        /**
         * @example {
         *       "id": 9,
         *       "price": null,
         *       "region": "CN",
         *       "segment": null,
         *       "minLevel": null,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "endsAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        OfferPrice: {
            /** @example 9 */
            id: number;
            price: components["schemas"]["Money"];
            /**
             * @description ISO 3166.
             * @example CN
             */
            region: string | null;
            segment: string | null;
            minLevel: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string | null;
        };
        /**
         * @example {
         *       "sells": "item",
         *       "thingId": 1,
         *       "months": null,
         *       "renews": false,
         *       "price": null,
         *       "pricing": "fixed",
         *       "trialDays": null,
         *       "left": null
         *     }
         */
        NewOffer: {
            /** @enum {string} */
            sells: "item" | "space" | "seats" | "bundle" | "tier";
            thingId: number;
            months?: number | null;
            renews?: boolean;
            price: components["schemas"]["Money"];
            /** @enum {string} */
            pricing?: "fixed" | "open";
            trialDays?: number | null;
            left?: number | null;
        };
        /**
         * @example {
         *       "region": "CN",
         *       "segment": null,
         *       "minLevel": null,
         *       "startsAt": null,
         *       "endsAt": null
         *     }
         */
        NewOfferPrice: components["schemas"]["Money"] & {
            /** @example CN */
            region?: string | null;
            segment?: string | null;
            minLevel?: number | null;
            /** Format: date-time */
            startsAt?: string | null;
            /** Format: date-time */
            endsAt?: string | null;
        };
        /**
         * @example {
         *       "id": 31,
         *       "sellerId": 7,
         *       "code": "SPRING-20",
         *       "name": "Spring",
         *       "percentBps": null,
         *       "amount": null,
         *       "currency": null,
         *       "sells": null,
         *       "itemId": 42,
         *       "spaceId": 3,
         *       "bundleId": 42,
         *       "tierId": 42,
         *       "minimum": null,
         *       "region": "CN",
         *       "segment": null,
         *       "minLevel": null,
         *       "startsAt": "2025-06-01T08:30:00.000Z",
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "firstOrder": false,
         *       "perPerson": null,
         *       "total": null,
         *       "used": 1,
         *       "exclusive": false,
         *       "thing": null,
         *       "uses": {
         *         "used": 1,
         *         "reserved": 1
         *       },
         *       "state": "planned"
         *     }
         */
        Discount: {
            /** @example 31 */
            id: number;
            /**
             * @description Whose things it is for; null: of everybody.
             * @example 7
             */
            sellerId: number | null;
            /**
             * @description null: a promotion, which counts by itself.
             * @example SPRING-20
             */
            code: string | null;
            /** @example Spring */
            name: string;
            percentBps: number | null;
            amount: number | null;
            currency: string | null;
            sells: ("item" | "space" | "seats" | "bundle" | "tier" | "question" | "listen" | "slot" | "tip" | "group" | "bounty")[] | null;
            /** @example 42 */
            itemId: number | null;
            /** @example 3 */
            spaceId: number | null;
            /** @example 42 */
            bundleId: number | null;
            /** @example 42 */
            tierId: number | null;
            minimum: number | null;
            /**
             * @description ISO 3166.
             * @example CN
             */
            region: string | null;
            segment: string | null;
            minLevel: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string | null;
            firstOrder: boolean;
            perPerson: number | null;
            total: number | null;
            /** @description Used, and kept for orders that are not paid yet. */
            used: number;
            exclusive: boolean;
            thing: string | null;
            uses: {
                used: number;
                reserved: number;
            };
            /** @enum {string} */
            state: "planned" | "open" | "gone" | "over";
        };
        /**
         * @example {
         *       "whose": "mine",
         *       "code": null,
         *       "name": "text",
         *       "percentBps": null,
         *       "amount": null,
         *       "currency": "CNY",
         *       "sells": null,
         *       "itemId": null,
         *       "spaceId": null,
         *       "bundleId": null,
         *       "tierId": null,
         *       "minimum": null,
         *       "region": "CN",
         *       "segment": null,
         *       "minLevel": null,
         *       "startsAt": null,
         *       "endsAt": null,
         *       "firstOrder": false,
         *       "perPerson": null,
         *       "total": null,
         *       "exclusive": false
         *     }
         */
        NewDiscount: {
            /** @enum {string} */
            whose?: "mine" | "all";
            code?: string | null;
            name: string;
            percentBps?: number | null;
            amount?: number | null;
            /** @enum {string|null} */
            currency?: "CNY" | "USD" | "EUR" | "JPY" | "HKD" | "SGD" | null;
            sells?: ("item" | "space" | "seats" | "bundle" | "tier" | "question" | "slot")[] | null;
            itemId?: number | null;
            spaceId?: number | null;
            bundleId?: number | null;
            tierId?: number | null;
            minimum?: number | null;
            /** @example CN */
            region?: string | null;
            segment?: string | null;
            minLevel?: number | null;
            /** Format: date-time */
            startsAt?: string | null;
            /** Format: date-time */
            endsAt?: string | null;
            firstOrder?: boolean;
            perPerson?: number | null;
            total?: number | null;
            exclusive?: boolean;
        };
        /**
         * @example {
         *       "region": "CN",
         *       "name": "VAT",
         *       "bps": 1,
         *       "included": false
         *     }
         */
        TaxRate: {
            /**
             * @description ISO 3166.
             * @example CN
             */
            region: string;
            /** @example VAT */
            name: string;
            bps: number;
            included: boolean;
        };
        /**
         * @example {
         *       "name": "text",
         *       "bps": 1,
         *       "included": false
         *     }
         */
        NewTaxRate: {
            name: string;
            bps: number;
            included: boolean;
        };
        /**
         * @example {
         *       "id": 5,
         *       "slug": "9f2c41ab07",
         *       "title": "Everything about indexes",
         *       "description": "text",
         *       "sellerId": 7,
         *       "retired": false,
         *       "items": [
         *         {
         *           "id": 42,
         *           "kind": "article",
         *           "slug": "inside-the-planner",
         *           "title": "Inside the query planner",
         *           "language": "en",
         *           "status": "published",
         *           "authorId": 7,
         *           "price": null
         *         }
         *       ]
         *     }
         */
        Bundle: {
            /** @example 5 */
            id: number;
            /** @example 9f2c41ab07 */
            slug: string;
            /** @example Everything about indexes */
            title: string;
            description: string;
            /** @example 7 */
            sellerId: number | null;
            retired: boolean;
            items: {
                /** @example 42 */
                id: number;
                /** @example article */
                kind: string;
                /** @example inside-the-planner */
                slug: string;
                /** @example Inside the query planner */
                title: string;
                /** @example en */
                language: string;
                /** @example published */
                status: string;
                /** @example 7 */
                authorId: number | null;
                price: components["schemas"]["Money"];
            }[];
        };
        /**
         * @example {
         *       "title": "text",
         *       "description": "text",
         *       "itemIds": [
         *         1
         *       ],
         *       "price": null
         *     }
         */
        NewBundle: {
            title: string;
            description?: string;
            itemIds: number[];
            price: components["schemas"]["Money"];
        };
        /**
         * @example {
         *       "id": 2,
         *       "slug": "plus",
         *       "name": "Plus",
         *       "names": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "description": "text",
         *       "descriptions": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "rank": 1,
         *       "spaces": [
         *         {
         *           "id": 3,
         *           "slug": "systems",
         *           "name": "Systems",
         *           "names": {
         *             "zh-CN": "广场",
         *             "en": "Commons"
         *           }
         *         }
         *       ],
         *       "offers": [
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
         *       ]
         *     }
         */
        Tier: {
            /** @example 2 */
            id: number;
            /** @example plus */
            slug: string;
            /** @example Plus */
            name: string;
            names: components["schemas"]["Localised"];
            description: string;
            descriptions: components["schemas"]["Localised"];
            /** @description The higher one includes what the lower ones open. */
            rank: number;
            spaces: {
                /** @example 3 */
                id: number;
                /** @example systems */
                slug: string;
                /** @example Systems */
                name: string;
                names: components["schemas"]["Localised"];
            }[];
            offers: components["schemas"]["Offer"][];
        };
        /**
         * @example {
         *       "name": "text",
         *       "names": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "description": "text",
         *       "descriptions": {
         *         "zh-CN": "广场",
         *         "en": "Commons"
         *       },
         *       "rank": 1,
         *       "spaceIds": [
         *         1
         *       ]
         *     }
         */
        NewTier: {
            name: string;
            names?: components["schemas"]["Localised"];
            description?: string;
            descriptions?: components["schemas"]["Localised"];
            rank: number;
            spaceIds: number[];
        };
        /**
         * @example {
         *       "handles": [
         *         "text"
         *       ]
         *     }
         */
        NewSegment: {
            handles: string[];
        };
        /**
         * @example {
         *       "id": 4,
         *       "code": "3fa1b20c9d44",
         *       "note": "My blog",
         *       "clicks": 1,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "url": "/via/3fa1b20c9d44",
         *       "earned": [
         *         {
         *           "currency": "CNY",
         *           "orders": 1,
         *           "share": 1,
         *           "held": 1
         *         }
         *       ]
         *     }
         */
        AffiliateLink: {
            /** @example 4 */
            id: number;
            /** @example 3fa1b20c9d44 */
            code: string;
            /** @example My blog */
            note: string;
            clicks: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
            /** @example /via/3fa1b20c9d44 */
            url: string;
            earned: {
                /** @example CNY */
                currency: string;
                orders: number;
                /** @description Minor units. */
                share: number;
                /** @description What of it may not be paid out yet. */
                held: number;
            }[];
        };
        /**
         * @example {
         *       "note": "text"
         *     }
         */
        NewAffiliateLink: {
            note?: string;
        };
        /**
         * @example {
         *       "bps": null
         *     }
         */
        AffiliateRate: {
            /** @description null: what the place gives. */
            bps: number | null;
        };
        /**
         * @example {
         *       "id": 6,
         *       "orderId": 71,
         *       "space": {
         *         "slug": "systems",
         *         "name": "Systems",
         *         "names": {
         *           "zh-CN": "广场",
         *           "en": "Commons"
         *         }
         *       },
         *       "seats": 1,
         *       "endsAt": "2025-06-01T08:30:00.000Z",
         *       "people": [
         *         {
         *           "id": 7,
         *           "handle": "lin-qing",
         *           "name": "林青"
         *         }
         *       ]
         *     }
         */
        SeatPool: {
            /** @example 6 */
            id: number;
            /** @example 71 */
            orderId: number;
            space: {
                /** @example systems */
                slug: string;
                /** @example Systems */
                name: string;
                names: components["schemas"]["Localised"];
            };
            seats: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endsAt: string;
            people: {
                /** @example 7 */
                id: number;
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            }[];
        };
        /**
         * @example {
         *       "name": "stripe",
         *       "currencies": [
         *         "CNY"
         *       ],
         *       "methods": [
         *         "text"
         *       ]
         *     }
         */
        PaymentProvider: {
            /** @example stripe */
            name: string;
            currencies: string[];
            /** @description Ways of paying, the first is the default. */
            methods: string[];
        };
        /**
         * @example {
         *       "provider": "alipay",
         *       "day": "2026-11-26",
         *       "status": "matched",
         *       "matched": 1,
         *       "differences": [
         *         {
         *           "what": "missing_here",
         *           "kind": "payment",
         *           "reference": "text",
         *           "currency": "CNY",
         *           "ours": null,
         *           "theirs": null,
         *           "orderId": null
         *         }
         *       ],
         *       "sums": [
         *         {
         *           "kind": "payment",
         *           "currency": "CNY",
         *           "amount": 1,
         *           "lines": 1
         *         }
         *       ],
         *       "failure": null,
         *       "madeAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Reconciliation: {
            /** @example alipay */
            provider: string;
            /**
             * Format: date
             * @description A date of the provider’s own calendar.
             * @example 2026-11-26
             */
            day: string;
            /** @enum {string} */
            status: "matched" | "differs" | "failed";
            /** @description Lines that agree. */
            matched: number;
            differences: {
                /** @enum {string} */
                what: "missing_here" | "missing_there" | "amount" | "unsettled" | "mended";
                /** @enum {string} */
                kind: "payment" | "refund" | "fee" | "dispute";
                reference: string;
                /** @example CNY */
                currency: string;
                ours: number | null;
                theirs: number | null;
                orderId: number | null;
            }[];
            sums: {
                /** @enum {string} */
                kind: "payment" | "refund" | "fee" | "dispute";
                /** @example CNY */
                currency: string;
                amount: number;
                lines: number;
            }[];
            /** @description Why the bill could not be had. */
            failure: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            madeAt: string;
        };
        /**
         * @example {
         *       "provider": "text",
         *       "day": "2026-11-26"
         *     }
         */
        NewReconciliation: {
            provider: string;
            /**
             * Format: date
             * @description A date of the provider’s own calendar.
             * @example 2026-11-26
             */
            day: string;
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
         *       "sells": "item",
         *       "gift": false,
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
            /**
             * @description What kind of thing it is.
             * @example item
             */
            sells: string;
            /** @description Bought to be given away. */
            gift: boolean;
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
        /** @example null */
        Quiz: {
            /** @example 5 */
            questions: number;
            /** @example 10 */
            minutes: number | null;
            /** @example 0.8 */
            passMark: number;
            /** @example 2 */
            attemptsLeft: number | null;
            attempts: components["schemas"]["QuizAttempt"][];
            open: {
                /** @example 1 */
                number: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                dueAt: string | null;
                questions: components["schemas"]["QuizQuestion"][];
            } | null;
            last: {
                attempt: components["schemas"]["QuizAttempt"];
                revealed: boolean;
                questions: components["schemas"]["MarkedQuestion"][];
            } | null;
        } | null;
        /**
         * @example {
         *       "id": 42,
         *       "number": 1,
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "dueAt": "2025-06-01T08:30:00.000Z",
         *       "submittedAt": "2025-06-01T08:30:00.000Z",
         *       "score": 0.8,
         *       "passed": true
         *     }
         */
        QuizAttempt: {
            /** @example 42 */
            id: number;
            /** @example 1 */
            number: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            submittedAt: string | null;
            /** @example 0.8 */
            score: number | null;
            /** @example true */
            passed: boolean | null;
        };
        /**
         * @description `values` is the answer so far: places of chosen ones as they are shown; for each left side the place of its right one; for each shown item its place from 1; texts; `true` or `false`.
         * @example {
         *       "position": 0,
         *       "kind": "single",
         *       "prompt": "<p>How much is 2 + 2?</p>",
         *       "choices": [
         *         "4",
         *         "5"
         *       ],
         *       "lefts": [],
         *       "rights": [],
         *       "blanks": 0,
         *       "code": null,
         *       "values": [
         *         "0"
         *       ],
         *       "hasMath": false
         *     }
         */
        QuizQuestion: {
            /** @example 0 */
            position: number;
            /** @enum {string} */
            kind: "single" | "multiple" | "truefalse" | "fill" | "match" | "order" | "short" | "code";
            /** @example <p>How much is 2 + 2?</p> */
            prompt: string;
            /**
             * @example [
             *       "4",
             *       "5"
             *     ]
             */
            choices: string[];
            /** @example [] */
            lefts: string[];
            /** @example [] */
            rights: string[];
            /** @example 0 */
            blanks: number;
            code: {
                /** @example python */
                language: string;
                /** @example  */
                starter: string;
                /** @example  */
                setup: string;
                cases: {
                    /** @example add(1, 2) */
                    call: string;
                    /** @example 3 */
                    expects: string;
                }[];
            } | null;
            /**
             * @example [
             *       "0"
             *     ]
             */
            values: string[];
            hasMath: boolean;
        };
        /**
         * @description What is right is told to who has passed or has no attempt left; until then it is null.
         * @example {
         *       "position": 0,
         *       "kind": "single",
         *       "prompt": "<p>How much is 2 + 2?</p>",
         *       "choices": [
         *         "4",
         *         "5"
         *       ],
         *       "lefts": [],
         *       "rights": [],
         *       "blanks": 0,
         *       "code": null,
         *       "values": [
         *         "0"
         *       ],
         *       "hasMath": false,
         *       "points": 0.8,
         *       "told": [
         *         {
         *           "chosen": false,
         *           "right": null,
         *           "feedback": "text"
         *         }
         *       ],
         *       "answer": null,
         *       "explanation": "text"
         *     }
         */
        MarkedQuestion: components["schemas"]["QuizQuestion"] & {
            /** @example 0.8 */
            points: number;
            told: {
                chosen: boolean;
                right: boolean | null;
                feedback: string;
            }[];
            answer: string[] | null;
            explanation: string;
        };
        /** @example null */
        Exercise: {
            /** @example javascript */
            language: string;
            /** @example  */
            starter: string;
            /** @example  */
            setup: string;
            shown: {
                /** @example add(1, 2) */
                call: string;
                /** @example 3 */
                expects: string;
            }[];
            /** @example 1 */
            hidden: number;
            tries: components["schemas"]["ExerciseTry"][];
        } | null;
        /**
         * @example {
         *       "id": 42,
         *       "code": "const add = (a, b) => a + b;",
         *       "trial": false,
         *       "results": [
         *         {
         *           "passed": false,
         *           "verdict": "ok",
         *           "hidden": false,
         *           "call": null,
         *           "value": null,
         *           "expects": null,
         *           "printed": null,
         *           "error": null,
         *           "ms": 1
         *         }
         *       ],
         *       "passed": 2,
         *       "total": 2,
         *       "at": "2025-06-01T08:30:00.000Z"
         *     }
         */
        ExerciseTry: {
            /** @example 42 */
            id: number;
            /** @example const add = (a, b) => a + b; */
            code: string;
            trial: boolean;
            results: {
                passed: boolean;
                /** @enum {string} */
                verdict: "ok" | "error" | "time" | "memory" | "output" | "broken" | "skipped";
                hidden: boolean;
                call: string | null;
                value: string | null;
                expects: string | null;
                printed: string | null;
                error: string | null;
                ms: number;
            }[];
            /** @example 2 */
            passed: number;
            /** @example 2 */
            total: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            at: string;
        };
        /**
         * @example {
         *       "due": 3,
         *       "total": 12,
         *       "nextAt": "2025-06-01T08:30:00.000Z",
         *       "card": null
         *     }
         */
        ReviewDesk: {
            /** @example 3 */
            due: number;
            /** @example 12 */
            total: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            nextAt: string | null;
            card: {
                /** @example 42 */
                id: number;
                /** @example 42 */
                courseId: number;
                /** @example 42 */
                lessonId: number;
                /** @example What an index is */
                lessonTitle: string;
                question: components["schemas"]["QuizQuestion"] & (Record<string, never> | null);
                quote: string | null;
                note: string | null;
                answer: {
                    right: boolean[];
                    texts: string[];
                    explanation: string;
                } | null;
                next: {
                    [key: string]: string;
                } | null;
            } | null;
        };
        /**
         * @example {
         *       "id": 42,
         *       "revision": 1,
         *       "topic": "plans",
         *       "kind": "single",
         *       "source": "2 + 2?"
         *     }
         */
        BankQuestion: {
            /** @example 42 */
            id: number;
            /** @example 1 */
            revision: number;
            /** @example plans */
            topic: string;
            /** @example single */
            kind: string;
            /** @example 2 + 2? */
            source: string;
        };
        /**
         * @description Of first attempts. Difficulty: mean of the points. Discrimination: correlation with the mean of the other questions.
         * @example {
         *       "attempts": 40,
         *       "meanScore": 0.8,
         *       "passed": 31,
         *       "histogram": [
         *         4
         *       ],
         *       "items": [
         *         {
         *           "questionId": 42,
         *           "answered": 40,
         *           "difficulty": 0.8,
         *           "discrimination": null,
         *           "chosen": [
         *             3
         *           ]
         *         }
         *       ]
         *     }
         */
        QuizStatistics: {
            /** @example 40 */
            attempts: number;
            /** @example 0.8 */
            meanScore: number | null;
            /** @example 31 */
            passed: number;
            histogram: number[];
            items: {
                /** @example 42 */
                questionId: number;
                /** @example 40 */
                answered: number;
                /** @example 0.8 */
                difficulty: number;
                discrimination: number | null;
                chosen: number[];
            }[];
        };
        /**
         * @example {
         *       "language": "javascript",
         *       "starter": "",
         *       "setup": "",
         *       "solution": "",
         *       "cases": [
         *         {
         *           "call": "text",
         *           "expects": null,
         *           "hidden": false
         *         }
         *       ],
         *       "anyOrder": false,
         *       "seconds": 2
         *     }
         */
        NewExercise: {
            /** @enum {string} */
            language: "javascript" | "python" | "sql";
            /** @default  */
            starter: string;
            /** @default  */
            setup: string;
            /** @default  */
            solution: string;
            cases: {
                call: string;
                /** @default null */
                expects: string | null;
                /** @default false */
                hidden: boolean;
            }[];
            /** @default false */
            anyOrder: boolean;
            /** @default 2 */
            seconds: number;
        };
        /**
         * @example {
         *       "id": 7,
         *       "purpose": "picture",
         *       "kind": "video",
         *       "status": "ready",
         *       "name": "lesson-1.mp4",
         *       "mime": "video/mp4",
         *       "bytes": 73400320,
         *       "received": 73400320,
         *       "progress": 100,
         *       "width": 1920,
         *       "height": 1080,
         *       "durationMs": 754000,
         *       "hasAudio": true,
         *       "picture": "/media/p/abcdefghijklmnopqrstuvwxyz-1920x1080",
         *       "refusal": null,
         *       "refusalTitle": null,
         *       "playable": false,
         *       "holders": 1,
         *       "createdAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Medium: {
            /** @example 7 */
            id: number;
            /** @enum {string} */
            purpose: "picture" | "avatar" | "cover" | "video" | "audio" | "file";
            /**
             * @description By its content; null before it was looked at.
             * @example video
             * @enum {string|null}
             */
            kind: "image" | "video" | "audio" | "file" | null;
            /**
             * @description `received`: whole, and waiting to be looked at. `processing`: streams are made; the first may play already. `refused` and `failed`: see `refusal`.
             * @example ready
             * @enum {string}
             */
            status: "uploading" | "received" | "processing" | "ready" | "refused" | "failed";
            /** @example lesson-1.mp4 */
            name: string;
            /** @example video/mp4 */
            mime: string | null;
            /** @example 73400320 */
            bytes: number;
            /**
             * @description Bytes that have come so far.
             * @example 73400320
             */
            received: number;
            /**
             * @description Of the work on it, in percent.
             * @example 100
             */
            progress: number;
            /** @example 1920 */
            width: number | null;
            /** @example 1080 */
            height: number | null;
            /** @example 754000 */
            durationMs: number | null;
            /** @example true */
            hasAudio: boolean | null;
            /**
             * @description Address of the picture, or of the one that a video begins with; `/640` after it for a narrow copy.
             * @example /media/p/abcdefghijklmnopqrstuvwxyz-1920x1080
             */
            picture: string | null;
            /**
             * @description Code of why it came to nothing.
             * @example null
             */
            refusal: string | null;
            /**
             * @description The same as a sentence.
             * @example null
             */
            refusalTitle: string | null;
            playable: boolean;
            /**
             * @description How many things show it.
             * @example 1
             */
            holders: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "mediaId": 7,
         *       "kind": "video",
         *       "hls": "/media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/master.m3u8",
         *       "original": null,
         *       "mime": "video/mp4",
         *       "poster": "/media/p/abcdefghijklmnopqrstuvwxyz-1920x1080",
         *       "width": 1920,
         *       "height": 1080,
         *       "durationMs": 754000,
         *       "subtitles": [
         *         {
         *           "language": "zh-CN",
         *           "label": "中文",
         *           "src": "/media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/subtitles/zh-CN.vtt"
         *         }
         *       ],
         *       "until": "2025-06-01T08:30:00.000Z"
         *     }
         */
        Playback: {
            /** @example 7 */
            mediaId: number;
            /** @enum {string} */
            kind: "video" | "audio";
            /**
             * @description Adaptive streams (HLS, AES-128). The key is given to the same person only.
             * @example /media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/master.m3u8
             */
            hls: string | null;
            /**
             * @description Where there are no streams: the file.
             * @example null
             */
            original: string | null;
            /** @example video/mp4 */
            mime: string;
            /** @example /media/p/abcdefghijklmnopqrstuvwxyz-1920x1080 */
            poster: string | null;
            /** @example 1920 */
            width: number | null;
            /** @example 1080 */
            height: number | null;
            /** @example 754000 */
            durationMs: number | null;
            subtitles: {
                /** @example zh-CN */
                language: string;
                /** @example 中文 */
                label: string;
                /** @example /media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/subtitles/zh-CN.vtt */
                src: string;
            }[];
            /**
             * Format: date-time
             * @description So long the addresses may be used.
             * @example 2025-06-01T08:30:00.000Z
             */
            until: string;
        };
        /**
         * @example {
         *       "label": "中文",
         *       "text": "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n你好\n"
         *     }
         */
        NewSubtitles: {
            /** @example 中文 */
            label: string;
            /**
             * @description WebVTT or SubRip.
             * @example WEBVTT
             *
             *     00:00:01.000 --> 00:00:03.500
             *     你好
             */
            text: string;
        };
        /**
         * @example {
         *       "language": "en",
         *       "fromMs": 62500,
         *       "toMs": 65000,
         *       "text": "A transaction is just another handle."
         *     }
         */
        Cue: {
            /** @example en */
            language: string;
            /** @example 62500 */
            fromMs: number;
            /** @example 65000 */
            toMs: number;
            /** @example A transaction is just another handle. */
            text: string;
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
         *       "id": 12,
         *       "status": "waiting",
         *       "askedBy": null,
         *       "askedAt": "2025-06-01T08:30:00.000Z",
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "endedAt": "2025-06-01T08:30:00.000Z",
         *       "partsDone": 4,
         *       "counted": {
         *         "entries": 1200
         *       },
         *       "found": 0,
         *       "differences": [
         *         {
         *           "what": "text",
         *           "reference": "order:71",
         *           "difference": 1
         *         }
         *       ],
         *       "failure": null
         *     }
         */
        MoneyProof: {
            /** @example 12 */
            id: number;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed";
            /**
             * @description Handle; null: it was night.
             * @example null
             */
            askedBy: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            endedAt: string | null;
            /** @example 4 */
            partsDone: number;
            /**
             * @description How many of each thing were looked at.
             * @example {
             *       "entries": 1200
             *     }
             */
            counted: {
                [key: string]: number;
            };
            /**
             * @description How many things do not add up.
             * @example 0
             */
            found: number;
            /** @description The first hundred of them. */
            differences: {
                what: string;
                /** @example order:71 */
                reference: string;
                difference: number;
            }[];
            /**
             * @description Why it came to no result.
             * @example null
             */
            failure: string | null;
        };
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
         *           "editedAt": "2025-06-01T08:30:00.000Z",
         *           "lessonCount": 8,
         *           "minutes": 180,
         *           "learnerCount": 42,
         *           "previews": 1,
         *           "cover": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        CourseList: {
            data: components["schemas"]["CourseCard"][];
            next: string | null;
        };
        /**
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
         *       "lessonCount": 8,
         *       "minutes": 180,
         *       "learnerCount": 42,
         *       "previews": 1,
         *       "cover": null
         *     }
         */
        CourseCard: {
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
            /** @example 8 */
            lessonCount: number;
            /** @example 180 */
            minutes: number;
            /** @example 42 */
            learnerCount: number;
            /** @example 1 */
            previews: number;
            cover: {
                /** @example /media/p/abcdefghijklmnopqrstuvwxyz-1280x720 */
                address: string;
                /** @example A card catalogue */
                alt: string;
            } | null;
        };
        /**
         * @example {
         *       "id": 85,
         *       "title": "Indexes that earn their keep",
         *       "slug": "indexes-that-earn-their-keep",
         *       "language": "en",
         *       "access": "full",
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "completedAt": "2025-06-01T08:30:00.000Z",
         *       "version": 2,
         *       "newest": 2,
         *       "rule": {
         *         "all": [
         *           {
         *             "lesson": 7
         *           },
         *           {
         *             "reputation": 50
         *           }
         *         ]
         *       },
         *       "needed": 8,
         *       "done": 3,
         *       "nextLessonId": 7,
         *       "sections": [
         *         {
         *           "number": 1,
         *           "title": "First part",
         *           "lessons": [
         *             {
         *               "id": 7,
         *               "key": "what-an-index-is",
         *               "kind": "text",
         *               "title": "What an index is",
         *               "number": 1,
         *               "revision": 2,
         *               "extent": 24,
         *               "minutes": 12,
         *               "preview": false,
         *               "required": false,
         *               "dripDays": 7,
         *               "dripAt": "2025-06-01T08:30:00.000Z",
         *               "rule": {
         *                 "all": [
         *                   {
         *                     "lesson": 7
         *                   },
         *                   {
         *                     "reputation": 50
         *                   }
         *                 ]
         *               },
         *               "state": {
         *                 "open": false,
         *                 "why": "drip",
         *                 "until": "2026-06-01T08:30:00.000Z"
         *               },
         *               "progress": null
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        LearnerCourse: {
            /** @example 85 */
            id: number;
            /** @example Indexes that earn their keep */
            title: string;
            /** @example indexes-that-earn-their-keep */
            slug: string;
            /** @example en */
            language: string;
            /** @enum {string} */
            access: "full" | "preview" | "none";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            completedAt: string | null;
            /**
             * @description The version that they learn by.
             * @example 2
             */
            version: number;
            /** @example 2 */
            newest: number;
            /**
             * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
             * @example {
             *       "all": [
             *         {
             *           "lesson": 7
             *         },
             *         {
             *           "reputation": 50
             *         }
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            } | null;
            /** @example 8 */
            needed: number;
            /** @example 3 */
            done: number;
            /** @example 7 */
            nextLessonId: number | null;
            sections: {
                /** @example 1 */
                number: number;
                /** @example First part */
                title: string;
                lessons: {
                    /** @example 7 */
                    id: number;
                    /** @example what-an-index-is */
                    key: string;
                    /** @example text */
                    kind: string;
                    /** @example What an index is */
                    title: string;
                    /** @example 1 */
                    number: number;
                    /** @example 2 */
                    revision: number;
                    /**
                     * @description Paragraphs or seconds; 0: not counted.
                     * @example 24
                     */
                    extent: number;
                    /** @example 12 */
                    minutes: number;
                    preview: boolean;
                    required: boolean;
                    /** @example 7 */
                    dripDays: number | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC.
                     * @example 2025-06-01T08:30:00.000Z
                     */
                    dripAt: string | null;
                    /**
                     * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
                     * @example {
                     *       "all": [
                     *         {
                     *           "lesson": 7
                     *         },
                     *         {
                     *           "reputation": 50
                     *         }
                     *       ]
                     *     }
                     */
                    rule: {
                        [key: string]: unknown;
                    } | null;
                    state: components["schemas"]["LessonState"];
                    progress: {
                        /** @example 7 */
                        lessonId: number;
                        /** @example 20 */
                        coveredCount: number;
                        /**
                         * @description Paragraph or second to go on from.
                         * @example 20
                         */
                        place: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         * @example 2025-06-01T08:30:00.000Z
                         */
                        placeAt: string;
                        /** @example 0.9 */
                        score: number | null;
                        completed: boolean;
                    } | null;
                }[];
            }[];
        };
        /**
         * @description held: the course is not theirs; begin: it opens some days after they begin; drip: at `until`; rule: `missing` comes first.
         * @example {
         *       "open": false,
         *       "why": "drip",
         *       "until": "2026-06-01T08:30:00.000Z"
         *     }
         */
        LessonState: {
            open: boolean;
            /** @enum {string} */
            why?: "held" | "begin" | "drip" | "rule";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            until?: string;
            /**
             * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
             * @example {
             *       "all": [
             *         {
             *           "lesson": 7
             *         },
             *         {
             *           "reputation": 50
             *         }
             *       ]
             *     }
             */
            missing?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example {
         *       "lesson": {
         *         "id": 7,
         *         "key": "what-an-index-is",
         *         "kind": "text",
         *         "title": "What an index is",
         *         "number": 1,
         *         "revision": 2,
         *         "extent": 24,
         *         "minutes": 12,
         *         "preview": false,
         *         "required": false,
         *         "dripDays": 7,
         *         "dripAt": "2025-06-01T08:30:00.000Z",
         *         "rule": {
         *           "all": [
         *             {
         *               "lesson": 7
         *             },
         *             {
         *               "reputation": 50
         *             }
         *           ]
         *         }
         *       },
         *       "state": {
         *         "open": false,
         *         "why": "drip",
         *         "until": "2026-06-01T08:30:00.000Z"
         *       },
         *       "html": "<p id=\"p0\" data-p=\"0\">…</p>",
         *       "data": {},
         *       "mediaId": 3,
         *       "covered": [
         *         [
         *           0,
         *           20
         *         ]
         *       ],
         *       "progress": null,
         *       "asks": 20,
         *       "previousId": 6,
         *       "nextId": 8
         *     }
         */
        LessonPage: {
            lesson: {
                /** @example 7 */
                id: number;
                /** @example what-an-index-is */
                key: string;
                /** @example text */
                kind: string;
                /** @example What an index is */
                title: string;
                /** @example 1 */
                number: number;
                /** @example 2 */
                revision: number;
                /**
                 * @description Paragraphs or seconds; 0: not counted.
                 * @example 24
                 */
                extent: number;
                /** @example 12 */
                minutes: number;
                preview: boolean;
                required: boolean;
                /** @example 7 */
                dripDays: number | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                dripAt: string | null;
                /**
                 * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
                 * @example {
                 *       "all": [
                 *         {
                 *           "lesson": 7
                 *         },
                 *         {
                 *           "reputation": 50
                 *         }
                 *       ]
                 *     }
                 */
                rule: {
                    [key: string]: unknown;
                } | null;
            };
            state: components["schemas"]["LessonState"];
            /**
             * @description null while it is not open.
             * @example <p id="p0" data-p="0">…</p>
             */
            html: string | null;
            /** @example {} */
            data: {
                [key: string]: unknown;
            } | null;
            /** @example 3 */
            mediaId: number | null;
            /**
             * @description Stretches that were read or watched, each to before its second number.
             * @example [
             *       [
             *         0,
             *         20
             *       ]
             *     ]
             */
            covered: [
                number,
                number
            ][];
            progress: {
                /** @example 7 */
                lessonId: number;
                /** @example 20 */
                coveredCount: number;
                /**
                 * @description Paragraph or second to go on from.
                 * @example 20
                 */
                place: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                placeAt: string;
                /** @example 0.9 */
                score: number | null;
                completed: boolean;
            } | null;
            /**
             * @description How much must be covered to complete it.
             * @example 20
             */
            asks: number | null;
            /** @example 6 */
            previousId: number | null;
            /** @example 8 */
            nextId: number | null;
        };
        /**
         * @example {
         *       "learnerId": 12,
         *       "course": {
         *         "id": 85,
         *         "title": "Indexes that earn their keep",
         *         "language": "en",
         *         "version": 2,
         *         "href": "/courses/85/indexes-that-earn-their-keep"
         *       },
         *       "lessons": [
         *         {
         *           "id": 7,
         *           "number": 1,
         *           "section": "Beginnings",
         *           "title": "What an index is",
         *           "revision": 2,
         *           "href": "/courses/85/lessons/7"
         *         }
         *       ],
         *       "days": 31
         *     }
         */
        TakenAlong: {
            /** @example 12 */
            learnerId: number;
            course: {
                /** @example 85 */
                id: number;
                /** @example Indexes that earn their keep */
                title: string;
                /** @example en */
                language: string;
                /** @example 2 */
                version: number;
                /** @example /courses/85/indexes-that-earn-their-keep */
                href: string;
            };
            lessons: {
                /** @example 7 */
                id: number;
                /** @example 1 */
                number: number;
                /** @example Beginnings */
                section: string;
                /** @example What an index is */
                title: string;
                /** @example 2 */
                revision: number;
                /** @example /courses/85/lessons/7 */
                href: string;
            }[];
            /** @example 31 */
            days: number;
        };
        /**
         * @example {
         *       "lessonId": 7,
         *       "covered": 20,
         *       "extent": 24,
         *       "completed": true,
         *       "place": 20
         *     }
         */
        RecordedProgress: {
            /** @example 7 */
            lessonId: number;
            /** @example 20 */
            covered?: number;
            /** @example 24 */
            extent?: number;
            completed?: boolean;
            /** @example 20 */
            place?: number;
            /** @example courses.held */
            refused?: string;
        };
        /**
         * @example {
         *       "lessonId": 7,
         *       "covered": [
         *         [
         *           0,
         *           20
         *         ]
         *       ],
         *       "studied": [
         *         [
         *           1790000000,
         *           1790000060
         *         ]
         *       ],
         *       "place": 20,
         *       "at": 1790000060000
         *     }
         */
        ProgressReport: {
            /** @example 7 */
            lessonId: number;
            /**
             * @description Paragraphs or seconds, each stretch to before its second number.
             * @example [
             *       [
             *         0,
             *         20
             *       ]
             *     ]
             */
            covered?: [
                number,
                number
            ][];
            /**
             * @description Seconds of the clock (since 1970) in which it was learnt.
             * @example [
             *       [
             *         1790000000,
             *         1790000060
             *       ]
             *     ]
             */
            studied?: [
                number,
                number
            ][];
            /** @example 20 */
            place?: number | null;
            /**
             * @description When it was left there: milliseconds since 1970.
             * @example 1790000060000
             */
            at?: number | null;
        };
        /**
         * @example {
         *       "id": 85,
         *       "title": "Indexes that earn their keep",
         *       "slug": "indexes-that-earn-their-keep",
         *       "language": "en",
         *       "needed": 8,
         *       "done": 3,
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "completedAt": "2025-06-01T08:30:00.000Z",
         *       "lastAt": "2025-06-01T08:30:00.000Z",
         *       "last": null,
         *       "next": null,
         *       "version": 1,
         *       "newest": 1
         *     }
         */
        LearningCard: {
            /** @example 85 */
            id: number;
            /** @example Indexes that earn their keep */
            title: string;
            /** @example indexes-that-earn-their-keep */
            slug: string;
            /** @example en */
            language: string;
            /** @example 8 */
            needed: number;
            /** @example 3 */
            done: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            lastAt: string | null;
            last: {
                /** @example 7 */
                id: number;
                /** @example What an index is */
                title: string;
                /** @example 4 */
                place: number;
                completed: boolean;
            } | null;
            next: {
                /** @example 8 */
                id: number;
                /** @example When it is not used */
                title: string;
            } | null;
            /** @example 1 */
            version: number;
            /** @example 1 */
            newest: number;
        };
        /**
         * @example {
         *       "goal": {
         *         "minutes": 15,
         *         "remind": false,
         *         "remindHour": 19
         *       },
         *       "today": {
         *         "day": "2026-03-01",
         *         "seconds": 900,
         *         "lessons": 1
         *       },
         *       "current": 4,
         *       "longest": 12,
         *       "days": [
         *         {
         *           "day": "2026-03-01",
         *           "seconds": 900,
         *           "lessons": 1
         *         }
         *       ]
         *     }
         */
        Streak: {
            goal: {
                /** @example 15 */
                minutes: number;
                remind: boolean;
                /** @example 19 */
                remindHour: number;
            };
            today: components["schemas"]["LearningDay"];
            /** @example 4 */
            current: number;
            /** @example 12 */
            longest: number;
            days: components["schemas"]["LearningDay"][];
        };
        /**
         * @example {
         *       "day": "2026-03-01",
         *       "seconds": 900,
         *       "lessons": 1
         *     }
         */
        LearningDay: {
            /** @example 2026-03-01 */
            day: string;
            /** @example 900 */
            seconds: number;
            /** @example 1 */
            lessons: number;
        };
        /**
         * @example {
         *       "minutes": 15,
         *       "remind": false,
         *       "remindHour": 19
         *     }
         */
        LearningGoal: {
            /** @default 15 */
            minutes: number;
            /** @default false */
            remind: boolean;
            /** @default 19 */
            remindHour: number | null;
        };
        /**
         * @example {
         *       "id": 12,
         *       "lessonId": 7,
         *       "courseId": 85,
         *       "paragraph": 4,
         *       "second": null,
         *       "quote": "a copy of some columns in an order",
         *       "source": "So it costs writes.",
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "editedAt": "2025-06-01T08:30:00.000Z",
         *       "courseTitle": "Indexes that earn their keep",
         *       "courseSlug": "indexes-that-earn-their-keep",
         *       "lessonTitle": "What an index is"
         *     }
         */
        Note: {
            /** @example 12 */
            id: number;
            /** @example 7 */
            lessonId: number;
            /** @example 85 */
            courseId: number;
            /** @example 4 */
            paragraph: number | null;
            /** @example null */
            second: number | null;
            /** @example a copy of some columns in an order */
            quote: string;
            /** @example So it costs writes. */
            source: string;
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
            /** @example Indexes that earn their keep */
            courseTitle: string;
            /** @example indexes-that-earn-their-keep */
            courseSlug: string;
            /** @example What an index is */
            lessonTitle: string;
        };
        /**
         * @example {
         *       "token": "k3w5m7p2q4s6t7aa",
         *       "url": "https://stoa.example/certificates/k3w5m7p2q4s6t7aa",
         *       "credentialUrl": "https://stoa.example/certificates/k3w5m7p2q4s6t7aa/credential.json",
         *       "achievement": {
         *         "kind": "course",
         *         "title": "How indexes work",
         *         "language": "en",
         *         "outcomes": [
         *           "Read a query plan"
         *         ],
         *         "lessons": 12,
         *         "minutes": 300,
         *         "makers": [
         *           "林青"
         *         ],
         *         "href": "/courses/7/how-indexes-work"
         *       },
         *       "learner": "吴桐",
         *       "completedAt": "2025-06-01T08:30:00.000Z",
         *       "issuedAt": "2025-06-01T08:30:00.000Z",
         *       "revokedAt": "2025-06-01T08:30:00.000Z",
         *       "reason": "",
         *       "replacedBy": null
         *     }
         */
        Certificate: {
            /** @example k3w5m7p2q4s6t7aa */
            token: string;
            /** @example https://stoa.example/certificates/k3w5m7p2q4s6t7aa */
            url: string;
            /** @example https://stoa.example/certificates/k3w5m7p2q4s6t7aa/credential.json */
            credentialUrl: string;
            achievement: {
                /** @enum {string} */
                kind: "course" | "path";
                /** @example How indexes work */
                title: string;
                /** @example en */
                language: string;
                outcomes: string[];
                /** @example 12 */
                lessons: number;
                /** @example 300 */
                minutes: number;
                makers: string[];
                /** @example /courses/7/how-indexes-work */
                href: string;
            };
            /**
             * @description null: shows no name.
             * @example 吴桐
             */
            learner: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            completedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            revokedAt: string | null;
            /** @example  */
            reason: string;
            /**
             * @description Token of the one that stands for it.
             * @example null
             */
            replacedBy: string | null;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "token": "k3w5m7p2q4s6t7aa",
         *           "url": "https://stoa.example/certificates/k3w5m7p2q4s6t7aa",
         *           "credentialUrl": "https://stoa.example/certificates/k3w5m7p2q4s6t7aa/credential.json",
         *           "achievement": {
         *             "kind": "course",
         *             "title": "How indexes work",
         *             "language": "en",
         *             "outcomes": [
         *               "Read a query plan"
         *             ],
         *             "lessons": 12,
         *             "minutes": 300,
         *             "makers": [
         *               "林青"
         *             ],
         *             "href": "/courses/7/how-indexes-work"
         *           },
         *           "learner": "吴桐",
         *           "completedAt": "2025-06-01T08:30:00.000Z",
         *           "issuedAt": "2025-06-01T08:30:00.000Z",
         *           "revokedAt": "2025-06-01T08:30:00.000Z",
         *           "reason": "",
         *           "replacedBy": null
         *         }
         *       ]
         *     }
         */
        CertificateList: {
            data: components["schemas"]["Certificate"][];
        };
        /**
         * @example {
         *       "reason": "Issued by mistake."
         *     }
         */
        Revocation: {
            /** @example Issued by mistake. */
            reason: string;
        };
        /**
         * @example {
         *       "rating": null,
         *       "data": [
         *         {
         *           "id": 3,
         *           "rating": 4,
         *           "html": "<p>Clear examples.</p>",
         *           "progress": 0.5,
         *           "version": 1,
         *           "helpful": 5,
         *           "author": null,
         *           "createdAt": "2025-06-01T08:30:00.000Z",
         *           "editedAt": "2025-06-01T08:30:00.000Z",
         *           "reply": null,
         *           "hidden": false,
         *           "voted": false,
         *           "mine": false
         *         }
         *       ],
         *       "next": null
         *     }
         */
        ReviewList: {
            rating: components["schemas"]["Rating"];
            data: components["schemas"]["Review"][];
            next: string | null;
        };
        /** @example null */
        Rating: {
            /** @example 12 */
            count: number;
            /**
             * @description How many gave one star, two, … five.
             * @example [
             *       0,
             *       1,
             *       1,
             *       4,
             *       6
             *     ]
             */
            stars: number[];
            /** @example 4.1 */
            average: number | null;
            /** @example 4.25 */
            mean: number | null;
        } | null;
        /**
         * @example {
         *       "id": 3,
         *       "rating": 4,
         *       "html": "<p>Clear examples.</p>",
         *       "progress": 0.5,
         *       "version": 1,
         *       "helpful": 5,
         *       "author": null,
         *       "createdAt": "2025-06-01T08:30:00.000Z",
         *       "editedAt": "2025-06-01T08:30:00.000Z",
         *       "reply": null,
         *       "hidden": false,
         *       "voted": false,
         *       "mine": false
         *     }
         */
        Review: {
            /** @example 3 */
            id: number;
            /** @example 4 */
            rating: number;
            /** @example <p>Clear examples.</p> */
            html: string;
            /**
             * @description Of the needed lessons, 0 to 1.
             * @example 0.5
             */
            progress: number;
            /** @example 1 */
            version: number;
            /** @example 5 */
            helpful: number;
            author: components["schemas"]["PersonCard"];
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
            reply: {
                /** @example <p>Thank you.</p> */
                html: string;
                by: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC.
                 * @example 2025-06-01T08:30:00.000Z
                 */
                at: string;
            } | null;
            hidden: boolean;
            voted: boolean;
            mine: boolean;
        };
        /**
         * @example {
         *       "rating": 4,
         *       "source": "Clear examples."
         *     }
         */
        NewReview: {
            /** @example 4 */
            rating: number;
            /**
             * @description Markdown.
             * @example Clear examples.
             */
            source?: string;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": 5,
         *           "kind": "programme",
         *           "status": "draft",
         *           "slug": "databases-from-the-ground",
         *           "title": "Databases from the ground",
         *           "summary": "",
         *           "language": "en",
         *           "courseCount": 4,
         *           "minutes": 900,
         *           "learnerCount": 20,
         *           "completedCount": 6,
         *           "startedAt": "2025-06-01T08:30:00.000Z",
         *           "completedAt": "2025-06-01T08:30:00.000Z",
         *           "updatedAt": "2025-06-01T08:30:00.000Z"
         *         }
         *       ]
         *     }
         */
        PathList: {
            data: components["schemas"]["PathCard"][];
        };
        /**
         * @example {
         *       "id": 5,
         *       "kind": "programme",
         *       "status": "draft",
         *       "slug": "databases-from-the-ground",
         *       "title": "Databases from the ground",
         *       "summary": "",
         *       "language": "en",
         *       "courseCount": 4,
         *       "minutes": 900,
         *       "learnerCount": 20,
         *       "completedCount": 6,
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "completedAt": "2025-06-01T08:30:00.000Z",
         *       "updatedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        PathCard: {
            /** @example 5 */
            id: number;
            /** @enum {string} */
            kind: "programme" | "personal";
            /** @enum {string} */
            status: "draft" | "published" | "archived";
            /** @example databases-from-the-ground */
            slug: string;
            /** @example Databases from the ground */
            title: string;
            /** @example  */
            summary: string;
            /** @example en */
            language: string;
            /** @example 4 */
            courseCount: number;
            /** @example 900 */
            minutes: number;
            /** @example 20 */
            learnerCount: number;
            /** @example 6 */
            completedCount: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "id": 5,
         *       "kind": "programme",
         *       "status": "draft",
         *       "slug": "databases-from-the-ground",
         *       "title": "Databases from the ground",
         *       "summary": "",
         *       "language": "en",
         *       "courseCount": 4,
         *       "minutes": 900,
         *       "learnerCount": 20,
         *       "completedCount": 6,
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "completedAt": "2025-06-01T08:30:00.000Z",
         *       "updatedAt": "2025-06-01T08:30:00.000Z",
         *       "html": "<p>…</p>",
         *       "certificate": false,
         *       "owner": null,
         *       "steps": [
         *         {
         *           "number": 1,
         *           "title": "Basics",
         *           "needed": 1,
         *           "completed": false,
         *           "courses": [
         *             {
         *               "id": 7,
         *               "title": "How indexes work",
         *               "slug": "how-indexes-work",
         *               "language": "en",
         *               "minutes": 300,
         *               "lessons": 12,
         *               "known": false,
         *               "completed": false
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Path: {
            /** @example 5 */
            id: number;
            /** @enum {string} */
            kind: "programme" | "personal";
            /** @enum {string} */
            status: "draft" | "published" | "archived";
            /** @example databases-from-the-ground */
            slug: string;
            /** @example Databases from the ground */
            title: string;
            /** @example  */
            summary: string;
            /** @example en */
            language: string;
            /** @example 4 */
            courseCount: number;
            /** @example 900 */
            minutes: number;
            /** @example 20 */
            learnerCount: number;
            /** @example 6 */
            completedCount: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            updatedAt: string;
            /** @example <p>…</p> */
            html: string;
            certificate: boolean;
            owner: {
                /** @example lin-qing */
                handle: string;
                /** @example 林青 */
                name: string;
            } | null;
            steps: {
                /** @example 1 */
                number: number;
                /** @example Basics */
                title: string;
                /**
                 * @description How many of its courses complete it.
                 * @example 1
                 */
                needed: number;
                completed: boolean;
                courses: {
                    /** @example 7 */
                    id: number;
                    /** @example How indexes work */
                    title: string;
                    /** @example how-indexes-work */
                    slug: string;
                    /** @example en */
                    language: string;
                    /** @example 300 */
                    minutes: number;
                    /** @example 12 */
                    lessons: number;
                    known: boolean;
                    completed: boolean;
                }[];
            }[];
        };
        /**
         * @example {
         *       "revision": 14,
         *       "version": 2,
         *       "sections": [
         *         {
         *           "id": 4,
         *           "title": "First part",
         *           "lessons": [
         *             {
         *               "id": 7,
         *               "key": "what-an-index-is",
         *               "kind": "text",
         *               "title": "What an index is",
         *               "revision": 2,
         *               "extent": 24,
         *               "minutes": 12,
         *               "preview": false,
         *               "required": false,
         *               "dripDays": 7,
         *               "dripAt": "2025-06-01T08:30:00.000Z",
         *               "rule": {
         *                 "all": [
         *                   {
         *                     "lesson": 7
         *                   },
         *                   {
         *                     "reputation": 50
         *                   }
         *                 ]
         *               },
         *               "words": 420,
         *               "state": "published"
         *             }
         *           ]
         *         }
         *       ],
         *       "removed": [
         *         {
         *           "id": 9,
         *           "title": "An old lesson",
         *           "kind": "text"
         *         }
         *       ]
         *     }
         */
        CourseOutline: {
            /**
             * @description Send it back when you arrange the outline.
             * @example 14
             */
            revision: number;
            /** @example 2 */
            version: number | null;
            sections: {
                /** @example 4 */
                id: number;
                /** @example First part */
                title: string;
                lessons: components["schemas"]["DraftLesson"][];
            }[];
            removed: {
                /** @example 9 */
                id: number;
                /** @example An old lesson */
                title: string;
                /** @example text */
                kind: string;
            }[];
        };
        /**
         * @example {
         *       "id": 7,
         *       "key": "what-an-index-is",
         *       "kind": "text",
         *       "title": "What an index is",
         *       "revision": 2,
         *       "extent": 24,
         *       "minutes": 12,
         *       "preview": false,
         *       "required": false,
         *       "dripDays": 7,
         *       "dripAt": "2025-06-01T08:30:00.000Z",
         *       "rule": {
         *         "all": [
         *           {
         *             "lesson": 7
         *           },
         *           {
         *             "reputation": 50
         *           }
         *         ]
         *       },
         *       "words": 420,
         *       "state": "published"
         *     }
         */
        DraftLesson: {
            /** @example 7 */
            id: number;
            /** @example what-an-index-is */
            key: string;
            /** @example text */
            kind: string;
            /** @example What an index is */
            title: string;
            /** @example 2 */
            revision: number;
            /**
             * @description Paragraphs or seconds; 0: not counted.
             * @example 24
             */
            extent: number;
            /** @example 12 */
            minutes: number;
            preview: boolean;
            required: boolean;
            /** @example 7 */
            dripDays: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            dripAt: string | null;
            /**
             * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
             * @example {
             *       "all": [
             *         {
             *           "lesson": 7
             *         },
             *         {
             *           "reputation": 50
             *         }
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            } | null;
            /** @example 420 */
            words: number;
            /** @enum {string} */
            state: "published" | "changed" | "new";
        };
        /**
         * @example {
         *       "outcomes": [
         *         "Read a plan"
         *       ],
         *       "audience": "Who writes SQL.",
         *       "needs": "Select and join.",
         *       "review": false,
         *       "rule": {
         *         "all": [
         *           {
         *             "lesson": 7
         *           },
         *           {
         *             "reputation": 50
         *           }
         *         ]
         *       }
         *     }
         */
        CourseDescription: {
            /**
             * @example [
             *       "Read a plan"
             *     ]
             */
            outcomes: string[];
            /** @example Who writes SQL. */
            audience?: string;
            /** @example Select and join. */
            needs?: string;
            review?: boolean;
            /**
             * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
             * @example {
             *       "all": [
             *         {
             *           "lesson": 7
             *         },
             *         {
             *           "reputation": 50
             *         }
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example {
         *       "id": 7,
         *       "key": "what-an-index-is",
         *       "kind": "text",
         *       "title": "What an index is",
         *       "revision": 2,
         *       "source": "An index is a copy of some columns …",
         *       "data": {},
         *       "mediaId": 3,
         *       "minutes": 12,
         *       "preview": false,
         *       "required": false,
         *       "dripDays": 7,
         *       "dripAt": "2025-06-01T08:30:00.000Z",
         *       "rule": {
         *         "all": [
         *           {
         *             "lesson": 7
         *           },
         *           {
         *             "reputation": 50
         *           }
         *         ]
         *       }
         *     }
         */
        EditedLesson: {
            /** @example 7 */
            id: number;
            /** @example what-an-index-is */
            key: string;
            /** @example text */
            kind: string;
            /** @example What an index is */
            title: string;
            /** @example 2 */
            revision: number;
            /** @example An index is a copy of some columns … */
            source: string;
            /** @example {} */
            data: {
                [key: string]: unknown;
            };
            /** @example 3 */
            mediaId: number | null;
            /** @example 12 */
            minutes: number;
            preview: boolean;
            required: boolean;
            /** @example 7 */
            dripDays: number | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            dripAt: string | null;
            /**
             * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
             * @example {
             *       "all": [
             *         {
             *           "lesson": 7
             *         },
             *         {
             *           "reputation": 50
             *         }
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example {
         *       "title": "What an index is",
         *       "source": "An index is a copy of some columns …",
         *       "data": {},
         *       "mediaId": null,
         *       "minutes": 12,
         *       "revision": 2
         *     }
         */
        LessonContent: {
            /** @example What an index is */
            title: string;
            /** @example An index is a copy of some columns … */
            source?: string;
            /** @example {} */
            data?: {
                [key: string]: unknown;
            };
            /** @example null */
            mediaId?: number | null;
            /** @example 12 */
            minutes?: number | null;
            /**
             * @description The one that the edit began from.
             * @example 2
             */
            revision?: number;
        };
        /**
         * @example {
         *       "preview": false,
         *       "required": false,
         *       "dripDays": 7,
         *       "dripAt": null,
         *       "rule": {
         *         "all": [
         *           {
         *             "lesson": 7
         *           },
         *           {
         *             "reputation": 50
         *           }
         *         ]
         *       },
         *       "key": "what-an-index-is"
         *     }
         */
        LessonSettings: {
            preview?: boolean;
            required?: boolean;
            /** @example 7 */
            dripDays?: number | null;
            /**
             * Format: date-time
             * @example null
             */
            dripAt?: string | null;
            /**
             * @description `{ all: […] }`, `{ any: […] }`, `{ lesson: id }`, `{ course: id }`, `{ reputation: n }`, `{ item: id }` or `{ space: id }`; null for none.
             * @example {
             *       "all": [
             *         {
             *           "lesson": 7
             *         },
             *         {
             *           "reputation": 50
             *         }
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            } | null;
            /** @example what-an-index-is */
            key?: string;
        };
        /**
         * @example {
         *       "number": 2,
         *       "status": "review",
         *       "note": "A lesson on partial indexes.",
         *       "lessonCount": 8,
         *       "minutes": 180,
         *       "submittedBy": "何平",
         *       "submittedAt": "2025-06-01T08:30:00.000Z",
         *       "decidedBy": "何平",
         *       "decidedAt": "2025-06-01T08:30:00.000Z",
         *       "reason": "",
         *       "learners": 40,
         *       "current": false
         *     }
         */
        CourseVersion: {
            /** @example 2 */
            number: number;
            /** @enum {string} */
            status: "review" | "published" | "refused" | "withdrawn";
            /** @example A lesson on partial indexes. */
            note: string;
            /** @example 8 */
            lessonCount: number;
            /** @example 180 */
            minutes: number;
            /** @example 何平 */
            submittedBy: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            submittedAt: string;
            /** @example 何平 */
            decidedBy: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            decidedAt: string | null;
            /** @example  */
            reason: string;
            /** @example 40 */
            learners: number;
            current: boolean;
        };
        /**
         * @example {
         *       "handle": "lin-wei",
         *       "name": "林薇",
         *       "role": "author",
         *       "addedAt": "2025-06-01T08:30:00.000Z"
         *     }
         */
        CourseAuthor: {
            /** @example lin-wei */
            handle: string;
            /** @example 林薇 */
            name: string;
            /** @enum {string} */
            role: "author" | "editor" | "reviewer" | "mentor";
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            addedAt: string;
        };
        /**
         * @example {
         *       "learners": 42,
         *       "completed": 17,
         *       "active": 9,
         *       "lessons": [
         *         {
         *           "lessonId": 7,
         *           "number": 1,
         *           "title": "What an index is",
         *           "kind": "text",
         *           "begun": 40,
         *           "completed": 36,
         *           "seconds": 640,
         *           "score": 0.9
         *         }
         *       ]
         *     }
         */
        CourseReport: {
            /** @example 42 */
            learners: number;
            /** @example 17 */
            completed: number;
            /** @example 9 */
            active: number;
            lessons: {
                /** @example 7 */
                lessonId: number;
                /** @example 1 */
                number: number;
                /** @example What an index is */
                title: string;
                /** @example text */
                kind: string;
                /** @example 40 */
                begun: number;
                /** @example 36 */
                completed: number;
                /** @example 640 */
                seconds: number;
                /** @example 0.9 */
                score: number | null;
            }[];
        };
        /**
         * @example {
         *       "userId": 9,
         *       "handle": "wu-tong",
         *       "name": "吴桐",
         *       "version": 1,
         *       "startedAt": "2025-06-01T08:30:00.000Z",
         *       "completedAt": "2025-06-01T08:30:00.000Z",
         *       "lastAt": "2025-06-01T08:30:00.000Z",
         *       "needed": 8,
         *       "done": 3,
         *       "seconds": 5400,
         *       "score": 0.9
         *     }
         */
        CourseLearner: {
            /** @example 9 */
            userId: number;
            /** @example wu-tong */
            handle: string;
            /** @example 吴桐 */
            name: string;
            /** @example 1 */
            version: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             * @example 2025-06-01T08:30:00.000Z
             */
            lastAt: string | null;
            /** @example 8 */
            needed: number;
            /** @example 3 */
            done: number;
            /** @example 5400 */
            seconds: number;
            /** @example 0.9 */
            score: number | null;
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
         *       "defaultRegion": "CN",
         *       "promotionStacking": "best",
         *       "couponStacking": "on_top",
         *       "discountAtMostBps": 10000,
         *       "reserveMinutes": 30,
         *       "affiliateBps": 1000,
         *       "affiliateWindowDays": 1,
         *       "affiliateHoldDays": 1,
         *       "coolingOffDays": 7,
         *       "coolingOffReturns": 3,
         *       "listenAskerBps": 5000,
         *       "payoutHoldDays": 14,
         *       "payoutMinimums": {
         *         "CNY": 10000
         *       },
         *       "invoiceSeller": "text",
         *       "invoiceSellerAddress": "text",
         *       "invoiceSellerTaxNumber": "text",
         *       "trialAsksMeans": false,
         *       "winBackDays": 14,
         *       "winBackPercent": 20,
         *       "mediaQuotaMb": 10240,
         *       "mediaPictureMb": 20,
         *       "mediaVideoMb": 4096,
         *       "mediaFileMb": 200,
         *       "mediaVideoMinutes": 240,
         *       "mediaAddressMinutes": 240,
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
             * @description Of buyers who say none.
             * @example CN
             */
            defaultRegion: string;
            /** @enum {string} */
            promotionStacking: "best" | "all";
            /** @enum {string} */
            couponStacking: "on_top" | "better";
            /** @example 10000 */
            discountAtMostBps: number;
            /**
             * @description How long stock and coupons are kept for an order.
             * @example 30
             */
            reserveMinutes: number;
            /** @example 1000 */
            affiliateBps: number;
            affiliateWindowDays: number;
            affiliateHoldDays: number;
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
            /**
             * @description Of what listening in costs, after the platform's share: the asker's part in basis points.
             * @example 5000
             */
            listenAskerBps: number;
            /**
             * @description Days after which what an author earned may be paid out.
             * @example 14
             */
            payoutHoldDays: number;
            /**
             * @description The least that is paid out, by currency, in minor units.
             * @example {
             *       "CNY": 10000
             *     }
             */
            payoutMinimums: {
                CNY?: number;
                USD?: number;
                EUR?: number;
                JPY?: number;
                HKD?: number;
                SGD?: number;
            };
            invoiceSeller: string;
            invoiceSellerAddress: string;
            invoiceSellerTaxNumber: string;
            /** @description Who tries a plan leaves a means of payment, where a provider can keep one. */
            trialAsksMeans: boolean;
            /**
             * @description Days after its end at which a subscriber is asked back.
             * @example 14
             */
            winBackDays: number;
            /**
             * @description How much cheaper the first period is then; 0: nobody is asked.
             * @example 20
             */
            winBackPercent: number;
            /**
             * @description What one person may keep here, in megabytes.
             * @example 10240
             */
            mediaQuotaMb: number;
            /**
             * @description The largest picture, in megabytes.
             * @example 20
             */
            mediaPictureMb: number;
            /**
             * @description The largest video or recording, in megabytes.
             * @example 4096
             */
            mediaVideoMb: number;
            /**
             * @description The largest other file, in megabytes.
             * @example 200
             */
            mediaFileMb: number;
            /**
             * @description The longest video, in minutes.
             * @example 240
             */
            mediaVideoMinutes: number;
            /**
             * @description How long an address of a stream or file is good.
             * @example 240
             */
            mediaAddressMinutes: number;
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
         *       "defaultRegion": "CN",
         *       "promotionStacking": "best",
         *       "couponStacking": "on_top",
         *       "discountAtMostBps": 10000,
         *       "reserveMinutes": 30,
         *       "affiliateBps": 1000,
         *       "affiliateWindowDays": 1,
         *       "affiliateHoldDays": 1,
         *       "coolingOffDays": 7,
         *       "coolingOffReturns": 3,
         *       "listenAskerBps": 5000,
         *       "payoutHoldDays": 14,
         *       "payoutMinimums": {
         *         "CNY": 10000
         *       },
         *       "invoiceSeller": "text",
         *       "invoiceSellerAddress": "text",
         *       "invoiceSellerTaxNumber": "text",
         *       "trialAsksMeans": false,
         *       "winBackDays": 14,
         *       "winBackPercent": 20,
         *       "mediaQuotaMb": 10240,
         *       "mediaPictureMb": 20,
         *       "mediaVideoMb": 4096,
         *       "mediaFileMb": 200,
         *       "mediaVideoMinutes": 240,
         *       "mediaAddressMinutes": 240,
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
             * @description Of buyers who say none.
             * @example CN
             */
            defaultRegion?: string;
            /** @enum {string} */
            promotionStacking?: "best" | "all";
            /** @enum {string} */
            couponStacking?: "on_top" | "better";
            /** @example 10000 */
            discountAtMostBps?: number;
            /**
             * @description How long stock and coupons are kept for an order.
             * @example 30
             */
            reserveMinutes?: number;
            /** @example 1000 */
            affiliateBps?: number;
            affiliateWindowDays?: number;
            affiliateHoldDays?: number;
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
            /**
             * @description Of what listening in costs, after the platform's share: the asker's part in basis points.
             * @example 5000
             */
            listenAskerBps?: number;
            /**
             * @description Days after which what an author earned may be paid out.
             * @example 14
             */
            payoutHoldDays?: number;
            /**
             * @description The least that is paid out, by currency, in minor units.
             * @example {
             *       "CNY": 10000
             *     }
             */
            payoutMinimums?: {
                CNY?: number;
                USD?: number;
                EUR?: number;
                JPY?: number;
                HKD?: number;
                SGD?: number;
            };
            invoiceSeller?: string;
            invoiceSellerAddress?: string;
            invoiceSellerTaxNumber?: string;
            /** @description Who tries a plan leaves a means of payment, where a provider can keep one. */
            trialAsksMeans?: boolean;
            /**
             * @description Days after its end at which a subscriber is asked back.
             * @example 14
             */
            winBackDays?: number;
            /**
             * @description How much cheaper the first period is then; 0: nobody is asked.
             * @example 20
             */
            winBackPercent?: number;
            /**
             * @description What one person may keep here, in megabytes.
             * @example 10240
             */
            mediaQuotaMb?: number;
            /**
             * @description The largest picture, in megabytes.
             * @example 20
             */
            mediaPictureMb?: number;
            /**
             * @description The largest video or recording, in megabytes.
             * @example 4096
             */
            mediaVideoMb?: number;
            /**
             * @description The largest other file, in megabytes.
             * @example 200
             */
            mediaFileMb?: number;
            /**
             * @description The longest video, in minutes.
             * @example 240
             */
            mediaVideoMinutes?: number;
            /**
             * @description How long an address of a stream or file is good.
             * @example 240
             */
            mediaAddressMinutes?: number;
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
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `items.not_in_space`, `items.tag_reserved` */
        "403-f31309": {
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
        /** @description `common.payload_too_large`, `content.too_long` */
        "413-351930": {
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
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `api.browser_only` */
        "403-3528ec": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.not_found` */
        "404-883808": {
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
        /** @description The order, to be paid. */
        "201-bc29e0": {
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
        /** @description `api.body_missing`, `api.body_not_text`, `api.json_broken`, `api.json_too_deep`, `api.idempotency_key_shape`, `catalog.too_little` */
        "400-8aa790": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `catalog.not_for_sale`, `catalog.coupon_unknown` */
        "404-5ccef6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
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
        /** @description `common.not_found`, `payouts.not_found` */
        "404-9b3e4d": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `payouts.wrong_state` */
        "409-121d68": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Every rule, the latest first. */
        "200-40aae5": {
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
                 *           "startsAt": "2025-06-01T08:30:00.000Z",
                 *           "shares": [
                 *             {
                 *               "userId": 7,
                 *               "handle": "lin-qing",
                 *               "name": "林青",
                 *               "weight": 7000
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "next": "WzE3LDQyXQ"
                 *     }
                 */
                "application/json": {
                    data: components["schemas"]["Split"][];
                    /**
                     * @description Give it as `cursor` to read on; null at the end.
                     * @example WzE3LDQyXQ
                     */
                    next: string | null;
                };
            };
        };
        /** @description Set. What was sold stays as it was divided. */
        "204-0f4276": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `common.invalid_input`, `payouts.split_not_whole`, `payouts.person_unknown`, `payouts.person_twice` */
        "422-c6b57e": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Decided. */
        "204-d4e054": {
            headers: {
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `payouts.account_not_waiting` */
        "409-8dc1b7": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input`, `payouts.reason_missing` */
        "422-5ae55d": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `invoices.not_found` */
        "404-0b3069": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invoices.wrong_state` */
        "409-04dd34": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `subscriptions.not_found` */
        "404-58de65": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `subscriptions.nothing_to_undo` */
        "409-6c3709": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.idempotency_key_in_use`, `asks.not_open` */
        "409-0146cc": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input`, `api.idempotency_key_reused`, `asks.of_oneself` */
        "422-5dcbf4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `asks.not_found` */
        "404-03817e": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `asks.wrong_status`, `asks.too_late`, `asks.followup_used` */
        "409-67a910": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.idempotency_key_shape` */
        "400-4dc2ac": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `api.idempotency_key_reused` */
        "422-190985": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `items.not_found`, `catalog.not_for_sale` */
        "404-70529a": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `groups.not_found` */
        "404-3bc828": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Its id. */
        "201-5b45ff": {
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
                 *       "id": 1
                 *     }
                 */
                "application/json": {
                    id: number;
                };
            };
        };
        /** @description `accounts.api_key_scope`, `common.forbidden` */
        "403-3bb67f": {
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
        /** @description `accounts.api_key_scope`, `courses.held` */
        "403-6be175": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.lesson_not_found`, `assessments.not_a_quiz` */
        "404-f17290": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `courses.held` */
        "403-ec8d4f": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `assessments.busy` */
        "503-0a1bc1": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `assessments.card_not_found` */
        "404-4faf85": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.not_found`, `assessments.question_not_found` */
        "404-8bf0b8": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.not_found`, `courses.lesson_not_found` */
        "404-373aa6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `media.not_found` */
        "404-d3d11a": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `media.not_ready` */
        "409-c606e6": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `courses.not_enrolled` */
        "409-822969": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.lesson_not_found` */
        "404-c84758": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `courses.held`, `courses.not_yet`, `courses.locked` */
        "403-91f8e5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.note_not_found` */
        "404-10bf70": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `credentials.certificate_not_found` */
        "404-cfd446": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `credentials.path_not_found` */
        "404-598aff": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.invalid_input`, `courses.rule_unknown_lesson`, `courses.rule_never_met` */
        "422-10262a": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `common.not_found`, `courses.not_found`, `courses.section_not_found` */
        "404-bfaa60": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `courses.not_in_review` */
        "409-765339": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A refusal. */
        "default-884433": {
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
            403: components["responses"]["403-f31309"];
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
            413: components["responses"]["413-351930"];
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
            403: components["responses"]["403-3528ec"];
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
    searchCourse: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 50 places, the best first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseHits"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
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
                     *           "path": null,
                     *           "subject": null,
                     *           "reason": null,
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
                     *           "renews": false,
                     *           "months": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "expiresAt": "2025-06-01T08:30:00.000Z",
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
                 *       "offerId": 61,
                 *       "coupon": "SPRING-20",
                 *       "expected": {
                 *         "amount": 1520,
                 *         "currency": "CNY"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-8aa790"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-5ccef6"];
            /** @description `api.idempotency_key_in_use`, `catalog.offer_retired`, `catalog.sold_out`, `catalog.coupon_early`, `catalog.coupon_over`, `catalog.coupon_not_for_this`, `catalog.coupon_minimum`, `catalog.coupon_first_order`, `catalog.coupon_used`, `catalog.coupon_gone`, `orders.already_owned`, `orders.price_changed` */
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
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `catalog.one_only` */
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
                 *       "provider": "sandbox",
                 *       "method": "page"
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
                    Link: components["headers"]["Link"];
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
            /** @description `orders.no_provider`, `orders.provider_unavailable` */
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
    listLibrary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that was bought, subscribed to or given, each thing once; at most 500. */
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
                     *           "itemId": 42,
                     *           "spaceId": 3,
                     *           "title": "Inside the query planner",
                     *           "kind": null,
                     *           "slug": "inside-the-query-planner",
                     *           "author": null,
                     *           "parts": 0,
                     *           "open": false,
                     *           "there": false,
                     *           "source": "purchase",
                     *           "sourceRef": "order:71",
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "revokedAt": "2025-06-01T08:30:00.000Z",
                     *           "since": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["LibraryEntry"][];
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
    listEarnings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By currency. */
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
                     *           "currency": "CNY",
                     *           "balance": 8000,
                     *           "held": 8000,
                     *           "available": 8000,
                     *           "freeFrom": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Earnings"][];
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
    listMovements: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
                /** @description `sales` leaves payouts out. */
                only?: "sales";
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
                     *           "id": 512,
                     *           "at": "2025-06-01T08:30:00.000Z",
                     *           "kind": "sale",
                     *           "as": "author",
                     *           "reference": "order:71",
                     *           "title": null,
                     *           "sells": "item",
                     *           "amount": 8000,
                     *           "currency": "CNY"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Movement"][];
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
    readStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The month, UTC. */
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the ledger. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPayoutAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account in use, and the one that waits or was refused last. */
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
                     *           "id": 4,
                     *           "holder": "person",
                     *           "legalName": "王小明",
                     *           "kind": "bank_cn",
                     *           "bankName": "招商银行",
                     *           "tail": "6789",
                     *           "status": "submitted",
                     *           "reason": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PayoutAccount"][];
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
    createPayoutAccount: {
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
                 *       "holder": "person",
                 *       "legalName": "王小明",
                 *       "kind": "bank_cn",
                 *       "bankName": "招商银行",
                 *       "number": "6225880123456789"
                 *     }
                 */
                "application/json": components["schemas"]["NewPayoutAccount"];
            };
        };
        responses: {
            /** @description It waits to be checked. */
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
                    "application/json": components["schemas"]["PayoutAccount"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-3528ec"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listMyPayouts: {
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
                     *           "id": 8,
                     *           "value": null,
                     *           "status": "asked",
                     *           "batchId": 2,
                     *           "account": {
                     *             "kind": "bank_cn",
                     *             "tail": "6789",
                     *             "legalName": "王小明",
                     *             "bankName": "招商银行"
                     *           },
                     *           "bankReference": null,
                     *           "reason": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "sentAt": "2025-06-01T08:30:00.000Z",
                     *           "closedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Payout"][];
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
    createPayout: {
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
                 *       "currency": "CNY",
                 *       "amount": 12000
                 *     }
                 */
                "application/json": components["schemas"]["NewPayout"];
            };
        };
        responses: {
            /** @description The money is set aside. */
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
                    "application/json": components["schemas"]["Payout"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `api.idempotency_key_in_use`, `payouts.account_missing`, `payouts.too_much` */
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
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `payouts.too_little` */
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
    withdrawPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the payout. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The money is available again. */
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
            404: components["responses"]["404-9b3e4d"];
            409: components["responses"]["409-121d68"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listItemSplits: {
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
            200: components["responses"]["200-40aae5"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setItemSplit: {
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
                 *       "shares": [
                 *         {
                 *           "handle": "author",
                 *           "weight": 7000
                 *         },
                 *         {
                 *           "handle": "member",
                 *           "weight": 3000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSplit"];
            };
        };
        responses: {
            204: components["responses"]["204-0f4276"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-c6b57e"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSpaceSplits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the space. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-40aae5"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setSpaceSplit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the space. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shares": [
                 *         {
                 *           "handle": "author",
                 *           "weight": 7000
                 *         },
                 *         {
                 *           "handle": "member",
                 *           "weight": 3000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSplit"];
            };
        };
        responses: {
            204: components["responses"]["204-0f4276"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-c6b57e"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listBundleSplits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the bundle. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["200-40aae5"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setBundleSplit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the bundle. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shares": [
                 *         {
                 *           "handle": "author",
                 *           "weight": 7000
                 *         },
                 *         {
                 *           "handle": "member",
                 *           "weight": 3000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSplit"];
            };
        };
        responses: {
            204: components["responses"]["204-0f4276"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-c6b57e"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPlatformShares: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest first. */
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
                     *           "userId": 7,
                     *           "handle": "lin-qing",
                     *           "name": "林青",
                     *           "shareBps": null,
                     *           "startsAt": "2025-06-01T08:30:00.000Z",
                     *           "note": "text"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PlatformShare"][];
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
    createPlatformShare: {
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
                 *       "handle": "author",
                 *       "shareBps": 1000,
                 *       "note": "First year"
                 *     }
                 */
                "application/json": components["schemas"]["NewPlatformShare"];
            };
        };
        responses: {
            /** @description Agreed. */
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
            403: components["responses"]["403-48745b"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `payouts.person_unknown` */
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
    listAccountsToCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
                     *           "id": 4,
                     *           "holder": "person",
                     *           "legalName": "王小明",
                     *           "kind": "bank_cn",
                     *           "bankName": "招商银行",
                     *           "tail": "6789",
                     *           "status": "submitted",
                     *           "reason": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PayoutAccount"][];
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
    approvePayoutAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the account. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-d4e054"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-9b3e4d"];
            409: components["responses"]["409-8dc1b7"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    refusePayoutAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the account. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The name differs"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: components["responses"]["204-d4e054"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-9b3e4d"];
            409: components["responses"]["409-8dc1b7"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-5ae55d"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
                status?: "asked" | "approved" | "in_batch" | "sent" | "failed" | "returned" | "refused" | "withdrawn";
                batchId?: number;
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
                     *           "id": 8,
                     *           "value": null,
                     *           "status": "asked",
                     *           "batchId": 2,
                     *           "account": {
                     *             "kind": "bank_cn",
                     *             "tail": "6789",
                     *             "legalName": "王小明",
                     *             "bankName": "招商银行"
                     *           },
                     *           "bankReference": null,
                     *           "reason": null,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "sentAt": "2025-06-01T08:30:00.000Z",
                     *           "closedAt": "2025-06-01T08:30:00.000Z",
                     *           "person": {
                     *             "handle": "lin-qing",
                     *             "name": "林青"
                     *           }
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PayoutOf"][];
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
    approvePayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the payout. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-d4e054"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-9b3e4d"];
            409: components["responses"]["409-121d68"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    refusePayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the payout. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The account is in dispute"
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            204: components["responses"]["204-d4e054"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-9b3e4d"];
            409: components["responses"]["409-121d68"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-5ae55d"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    settlePayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the payout. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "sent",
                 *       "bankReference": "CMB-2026-1"
                 *     }
                 */
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description Written down, and booked. */
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
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-9b3e4d"];
            409: components["responses"]["409-121d68"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-5ae55d"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPayoutBatches: {
        parameters: {
            query?: never;
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
                     *           "id": 2,
                     *           "currency": "CNY",
                     *           "kind": "bank_cn",
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "exportedAt": "2025-06-01T08:30:00.000Z",
                     *           "count": 12,
                     *           "open": 3,
                     *           "total": 8000
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PayoutBatch"][];
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
    createPayoutBatch: {
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
                 *       "currency": "CNY",
                 *       "kind": "bank_cn"
                 *     }
                 */
                "application/json": components["schemas"]["NewPayoutBatch"];
            };
        };
        responses: {
            /** @description The batch. */
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
                    "application/json": components["schemas"]["PayoutBatch"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            /** @description `api.idempotency_key_in_use`, `payouts.nothing_to_send` */
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
    listInvoices: {
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
                     *           "id": 12,
                     *           "series": "INV",
                     *           "number": "INV-2026-000012",
                     *           "orderId": 71,
                     *           "corrects": null,
                     *           "currency": "CNY",
                     *           "net": 8000,
                     *           "tax": 8000,
                     *           "total": 8000,
                     *           "seller": {
                     *             "name": "林青",
                     *             "taxNumber": "text",
                     *             "address": "text"
                     *           },
                     *           "buyer": {
                     *             "name": "林青",
                     *             "taxNumber": "text",
                     *             "address": "text"
                     *           },
                     *           "lines": [
                     *             {
                     *               "what": "price",
                     *               "title": "text",
                     *               "quantity": 1,
                     *               "amount": 1,
                     *               "data": {}
                     *             }
                     *           ],
                     *           "taxLines": [
                     *             {
                     *               "name": "text",
                     *               "region": "text",
                     *               "bps": null,
                     *               "amount": 1
                     *             }
                     *           ],
                     *           "issuedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Invoice"][];
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
    readInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the invoice. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was issued. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-0b3069"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listMyFapiaos: {
        parameters: {
            query?: never;
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
                     *           "orderTitle": "Inside the query planner",
                     *           "holder": "person",
                     *           "title": "书院有限公司",
                     *           "taxNumber": "text",
                     *           "email": "finance@example.org",
                     *           "value": null,
                     *           "status": "asked",
                     *           "number": null,
                     *           "link": null,
                     *           "reason": null,
                     *           "refundedSince": false,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Fapiao"][];
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
    createFapiao: {
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
                 *       "holder": "company",
                 *       "title": "书院有限公司",
                 *       "taxNumber": "91330106MA2ABCDE0X",
                 *       "email": "finance@example.org"
                 *     }
                 */
                "application/json": components["schemas"]["NewFapiao"];
            };
        };
        responses: {
            /** @description It is in the queue. */
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
                    "application/json": components["schemas"]["Fapiao"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-0b3069"];
            /** @description `api.idempotency_key_in_use`, `invoices.nothing_to_bill`, `invoices.fapiao_currency`, `invoices.fapiao_asked` */
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
    withdrawFapiao: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the request. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn. */
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
            404: components["responses"]["404-0b3069"];
            409: components["responses"]["409-04dd34"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listFapiaos: {
        parameters: {
            query?: {
                status?: "asked" | "issued" | "refused" | "withdrawn" | "voided";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 200. */
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
                     *           "orderTitle": "Inside the query planner",
                     *           "holder": "person",
                     *           "title": "书院有限公司",
                     *           "taxNumber": "text",
                     *           "email": "finance@example.org",
                     *           "value": null,
                     *           "status": "asked",
                     *           "number": null,
                     *           "link": null,
                     *           "reason": null,
                     *           "refundedSince": false,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Fapiao"][];
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
    decideFapiao: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the request. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "issued",
                 *       "number": "24332000000012345678"
                 *     }
                 */
                "application/json": components["schemas"]["FapiaoDecision"];
            };
        };
        responses: {
            /** @description Written down. */
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
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-0b3069"];
            409: components["responses"]["409-04dd34"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `invoices.number_missing`, `invoices.reason_missing` */
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
    readTaxReport: {
        parameters: {
            query?: {
                /** @description UTC; left out: this month. */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Credit notes are taken off. */
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
                     *           "currency": "CNY",
                     *           "region": "text",
                     *           "name": "text",
                     *           "bps": null,
                     *           "net": 1,
                     *           "tax": 1,
                     *           "papers": 1
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TaxRow"][];
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
    listSubscriptions: {
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": 9,
                     *           "status": "trialing",
                     *           "plan": {
                     *             "offerId": 62,
                     *             "spaceId": 3,
                     *             "title": "系统",
                     *             "price": null,
                     *             "months": 1,
                     *             "rank": 0,
                     *             "trialDays": null
                     *           },
                     *           "spaceSlug": null,
                     *           "price": {},
                     *           "period": 1,
                     *           "periodStartsAt": "2025-06-01T08:30:00.000Z",
                     *           "periodEndsAt": "2025-06-01T08:30:00.000Z",
                     *           "trialEndsAt": "2025-06-01T08:30:00.000Z",
                     *           "accessUntil": "2025-06-01T08:30:00.000Z",
                     *           "next": null,
                     *           "cancelledAt": "2025-06-01T08:30:00.000Z",
                     *           "pauseAskedAt": "2025-06-01T08:30:00.000Z",
                     *           "resumesAt": "2025-06-01T08:30:00.000Z",
                     *           "dueAt": "2025-06-01T08:30:00.000Z",
                     *           "bill": null,
                     *           "endedAt": "2025-06-01T08:30:00.000Z",
                     *           "endedWhy": "cancelled",
                     *           "createdAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Subscription"][];
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
    readSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
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
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-58de65"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSubscriptionBills: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
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
                     *           "orderId": 71,
                     *           "kind": "trial",
                     *           "status": "open",
                     *           "price": null,
                     *           "startsAt": "2025-06-01T08:30:00.000Z",
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "createdAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SubscriptionBill"][];
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
            404: components["responses"]["404-58de65"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSubscriptionPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty unless it is active or in its trial. */
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
                     *           "offerId": 62,
                     *           "spaceId": 3,
                     *           "title": "系统",
                     *           "price": null,
                     *           "months": 1,
                     *           "rank": 0,
                     *           "trialDays": null,
                     *           "change": {
                     *             "when": "now",
                     *             "credit": 1,
                     *             "toPay": 1
                     *           }
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PlanChoice"][];
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
            404: components["responses"]["404-58de65"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    changeSubscriptionPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "offerId": 62
                 *     }
                 */
                "application/json": components["schemas"]["NewPlan"];
            };
        };
        responses: {
            /** @description What is to be paid, if anything. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionToPay"];
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `subscriptions.not_found`, `subscriptions.not_a_plan` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `subscriptions.same_plan`, `subscriptions.other_currency`, `subscriptions.not_changeable` */
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
    keepSubscriptionPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-58de65"];
            409: components["responses"]["409-6c3709"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    pauseSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "months": 2
                 *     }
                 */
                "application/json": components["schemas"]["NewPause"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-58de65"];
            /** @description `subscriptions.not_pausable` */
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
    resumeSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-58de65"];
            409: components["responses"]["409-6c3709"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    cancelSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-58de65"];
            /** @description `subscriptions.not_cancellable` */
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
    undoSubscriptionCancellation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-58de65"];
            409: components["responses"]["409-6c3709"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    demandSubscriptionBill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the subscription. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order; the same until it is paid. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionToPay"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-58de65"];
            /** @description `subscriptions.nothing_to_pay` */
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
    listServices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Handle of the person. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answers, talks, tips. */
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
            404: components["responses"]["404-468e98"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    offerAnswers: {
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
                 *       "price": {
                 *         "amount": 9900,
                 *         "currency": "CNY"
                 *       },
                 *       "hours": 48,
                 *       "listenAmount": 100
                 *     }
                 */
                "application/json": components["schemas"]["AnswerTerms"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    stopAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    offerTalks: {
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
                 *       "price": {
                 *         "amount": 20000,
                 *         "currency": "CNY"
                 *       },
                 *       "minutes": 30,
                 *       "cancelHours": 24,
                 *       "place": "https://meet.example.org"
                 *     }
                 */
                "application/json": components["schemas"]["TalkTerms"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    stopTalks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    offerTips: {
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
                 *       "price": {
                 *         "amount": 100,
                 *         "currency": "CNY"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TipTerms"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    stopTips: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    giveTip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Handle of the person. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 500,
                 *       "message": "This saved my day"
                 *     }
                 */
                "application/json": components["schemas"]["NewTip"];
            };
        };
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-8aa790"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `accounts.not_found`, `catalog.not_for_sale` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["409-0146cc"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-5dcbf4"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    askForPay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Handle of the person. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Which index serves this order by?",
                 *       "source": "I have tried one on each column.",
                 *       "open": true
                 *     }
                 */
                "application/json": components["schemas"]["NewPaidQuestion"];
            };
        };
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-468e98"];
            409: components["responses"]["409-0146cc"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-5dcbf4"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPaidQuestions: {
        parameters: {
            query?: {
                list?: "asked" | "to-answer" | "heard";
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
                     *           "id": 12,
                     *           "title": "Which index serves this order by?",
                     *           "language": "en",
                     *           "status": "waiting",
                     *           "asker": null,
                     *           "expert": null,
                     *           "price": null,
                     *           "askedAt": "2025-06-01T08:30:00.000Z",
                     *           "dueAt": "2025-06-01T08:30:00.000Z",
                     *           "answeredAt": "2025-06-01T08:30:00.000Z",
                     *           "followupWaits": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PaidQuestionCard"][];
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
    readPaidQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its texts, for whom they are. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaidQuestion"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-03817e"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    answerPaidQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "One on both columns, in the order in which you sort."
                 *     }
                 */
                "application/json": components["schemas"]["PaidText"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            409: components["responses"]["409-67a910"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    followUpPaidQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "One on both columns, in the order in which you sort."
                 *     }
                 */
                "application/json": components["schemas"]["PaidText"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            409: components["responses"]["409-67a910"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    replyToFollowUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "One on both columns, in the order in which you sort."
                 *     }
                 */
                "application/json": components["schemas"]["PaidText"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            409: components["responses"]["409-67a910"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    declinePaidQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Not my field"
                 *     }
                 */
                "application/json": components["schemas"]["PaidRefusal"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            /** @description `asks.wrong_status` */
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
    listenIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-4dc2ac"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            /** @description `api.idempotency_key_in_use`, `asks.not_open`, `orders.already_owned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-190985"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    openPaidQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the paid question. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "spaceId": 1,
                 *       "tags": [
                 *         "postgresql"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Opening"];
            };
        };
        responses: {
            /** @description The question that it became. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opened"];
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            /** @description `asks.not_open`, `asks.wrong_status` */
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
    listSlots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Handle of the person. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to come, the next first. */
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
                     *           "startsAt": "2025-06-01T08:30:00.000Z",
                     *           "minutes": 30,
                     *           "booked": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Slot"][];
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
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addSlot: {
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
                 *       "startsAt": "2026-12-01T10:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewSlot"];
            };
        };
        responses: {
            /** @description As long as the offer of talks says. */
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
                    "application/json": components["schemas"]["SlotAdded"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `api.idempotency_key_in_use`, `asks.not_open`, `asks.slot_past`, `asks.slot_twice` */
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
    withdrawSlot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the slot. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            /** @description `asks.slot_taken` */
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
    bookTalk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Handle of the person. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slotId": 31,
                 *       "note": "Indexes"
                 *     }
                 */
                "application/json": components["schemas"]["NewTalk"];
            };
        };
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `accounts.not_found`, `asks.not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api.idempotency_key_in_use`, `asks.not_open`, `asks.slot_taken`, `asks.slot_past` */
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
            422: components["responses"]["422-5dcbf4"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listTalks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest first. */
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
                     *           "orderId": 71,
                     *           "slotId": 31,
                     *           "startsAt": "2025-06-01T08:30:00.000Z",
                     *           "minutes": 30,
                     *           "status": "booked",
                     *           "note": "Indexes",
                     *           "place": "https://meet.example.org/ada",
                     *           "cancelUntil": "2025-06-01T08:30:00.000Z",
                     *           "other": null,
                     *           "mine": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Talk"][];
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
    cancelTalk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the order. */
                orderId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-03817e"];
            /** @description `asks.cancel_late`, `asks.wrong_status` */
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
    listCashBounties: {
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
            /** @description The latest first. */
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
                     *           "orderId": 71,
                     *           "by": null,
                     *           "amount": 1,
                     *           "currency": "CNY",
                     *           "status": "running",
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "winner": null,
                     *           "replyId": 99
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CashBounty"][];
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
    offerCashBounty: {
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
                 *       "amount": 5000,
                 *       "currency": "CNY",
                 *       "days": 7
                 *     }
                 */
                "application/json": components["schemas"]["NewCashBounty"];
            };
        };
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            /** @description `api.idempotency_key_in_use`, `asks.bounty_not_open` */
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
    setGroupPrice: {
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
                 *       "amount": 900,
                 *       "size": 3,
                 *       "hours": 48
                 *     }
                 */
                "application/json": components["schemas"]["GroupTerms"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-70529a"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `groups.price_high` */
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
    unsetGroupPrice: {
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
            404: components["responses"]["404-70529a"];
            /** @description `groups.price_high` */
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
    listGroups: {
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
            /** @description Those that end first before the others. */
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
                     *           "itemId": 42,
                     *           "title": "Inside the query planner",
                     *           "offerId": 61,
                     *           "status": "open",
                     *           "price": null,
                     *           "size": 3,
                     *           "joined": 1,
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "people": [
                     *             null
                     *           ],
                     *           "mine": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Group"][];
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
    startGroup: {
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
        requestBody?: never;
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-4dc2ac"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `items.not_found`, `groups.not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api.idempotency_key_in_use`, `orders.already_owned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-190985"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the group. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is in it has paid. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-3bc828"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    joinGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the group. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["201-bc29e0"];
            400: components["responses"]["400-4dc2ac"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-3bc828"];
            /** @description `api.idempotency_key_in_use`, `groups.closed`, `groups.joined`, `orders.already_owned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["422-190985"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listGifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest first. */
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
                     *           "code": "ABCD-EFGH-JKMN-PQRS",
                     *           "status": "ready",
                     *           "expired": false,
                     *           "expiresAt": "2025-06-01T08:30:00.000Z",
                     *           "message": "For your new job",
                     *           "giver": null,
                     *           "redeemedBy": null,
                     *           "title": "Inside the query planner",
                     *           "sells": "item",
                     *           "months": null,
                     *           "itemId": 42,
                     *           "slug": "inside-the-query-planner"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Gift"][];
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
    buyGifts: {
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
                 *       "offerId": 61,
                 *       "quantity": 1,
                 *       "message": "For your new job"
                 *     }
                 */
                "application/json": components["schemas"]["NewGifts"];
            };
        };
        responses: {
            201: components["responses"]["201-bc29e0"];
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
            /** @description `api.idempotency_key_in_use`, `catalog.offer_retired` */
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
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `orders.not_givable` */
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
    readGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whoever has the code may see it. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Gift"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            /** @description `common.not_found`, `gifts.not_found` */
            404: {
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
    redeemGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `gifts.not_found`, `catalog.not_for_sale` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gifts.redeemed`, `gifts.once`, `orders.already_owned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gifts.expired` */
            410: {
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
    makeQuote: {
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
                 *       "offerId": 61,
                 *       "coupon": "SPRING-20",
                 *       "region": "CN"
                 *     }
                 */
                "application/json": components["schemas"]["PriceQuestion"];
            };
        };
        responses: {
            /** @description The price, explained. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description `api.body_missing`, `api.body_not_text`, `api.json_broken`, `api.json_too_deep`, `catalog.too_little` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-5ccef6"];
            /** @description `catalog.offer_retired`, `catalog.coupon_early`, `catalog.coupon_over`, `catalog.coupon_not_for_this`, `catalog.coupon_minimum`, `catalog.coupon_first_order`, `catalog.coupon_used`, `catalog.coupon_gone` */
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
            /** @description `common.invalid_input`, `catalog.one_only` */
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
    cancelOrder: {
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
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-56da80"];
            /** @description `orders.not_payable` */
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
    listOwnOffers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the other prices of each. */
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
                     *           "sellerId": 7,
                     *           "prices": [
                     *             {
                     *               "id": 9,
                     *               "price": null,
                     *               "region": "CN",
                     *               "segment": null,
                     *               "minLevel": null,
                     *               "startsAt": "2025-06-01T08:30:00.000Z",
                     *               "endsAt": "2025-06-01T08:30:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OwnOffer"][];
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
    setOffer: {
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
                 *       "sells": "item",
                 *       "thingId": 42,
                 *       "price": {
                 *         "amount": 1900,
                 *         "currency": "CNY"
                 *       },
                 *       "left": 100
                 *     }
                 */
                "application/json": components["schemas"]["NewOffer"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addOfferPrice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the offer. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": 300,
                 *       "currency": "USD",
                 *       "region": "US"
                 *     }
                 */
                "application/json": components["schemas"]["NewOfferPrice"];
            };
        };
        responses: {
            201: components["responses"]["201-5b45ff"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-3911fe"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    removeOfferPrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the price. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listDiscounts: {
        parameters: {
            query?: {
                whose?: "mine" | "all";
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
                     *           "sellerId": 7,
                     *           "code": "SPRING-20",
                     *           "name": "Spring",
                     *           "percentBps": null,
                     *           "amount": null,
                     *           "currency": null,
                     *           "sells": null,
                     *           "itemId": 42,
                     *           "spaceId": 3,
                     *           "bundleId": 42,
                     *           "tierId": 42,
                     *           "minimum": null,
                     *           "region": "CN",
                     *           "segment": null,
                     *           "minLevel": null,
                     *           "startsAt": "2025-06-01T08:30:00.000Z",
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "firstOrder": false,
                     *           "perPerson": null,
                     *           "total": null,
                     *           "used": 1,
                     *           "exclusive": false,
                     *           "thing": null,
                     *           "uses": {
                     *             "used": 1,
                     *             "reserved": 1
                     *           },
                     *           "state": "planned"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Discount"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-3bb67f"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    makeDiscount: {
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
                 *       "code": "SPRING-20",
                 *       "name": "Spring",
                 *       "percentBps": 2000,
                 *       "total": 100,
                 *       "perPerson": 1
                 *     }
                 */
                "application/json": components["schemas"]["NewDiscount"];
            };
        };
        responses: {
            201: components["responses"]["201-5b45ff"];
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `api.idempotency_key_in_use`, `catalog.code_taken` */
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
    endDiscount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the discount. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listTaxRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By region. */
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
                     *           "region": "CN",
                     *           "name": "VAT",
                     *           "bps": 1,
                     *           "included": false
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TaxRate"][];
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
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setTaxRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                region: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "VAT",
                 *       "bps": 600,
                 *       "included": true
                 *     }
                 */
                "application/json": components["schemas"]["NewTaxRate"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-f9dc06"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    endTaxRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The bundle. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With what is in it. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bundle"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    endBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The bundle. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    makeBundle: {
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
                 *       "title": "Two of mine",
                 *       "itemIds": [
                 *         42,
                 *         43
                 *       ],
                 *       "price": {
                 *         "amount": 2900,
                 *         "currency": "CNY"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewBundle"];
            };
        };
        responses: {
            /** @description What its address is made of. */
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
                     *       "id": 1,
                     *       "slug": "text"
                     *     }
                     */
                    "application/json": {
                        id: number;
                        slug: string;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `catalog.bundle_items` */
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
    listTiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lowest first. */
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
                     *           "slug": "plus",
                     *           "name": "Plus",
                     *           "names": {
                     *             "zh-CN": "广场",
                     *             "en": "Commons"
                     *           },
                     *           "description": "text",
                     *           "descriptions": {
                     *             "zh-CN": "广场",
                     *             "en": "Commons"
                     *           },
                     *           "rank": 1,
                     *           "spaces": [
                     *             {
                     *               "id": 3,
                     *               "slug": "systems",
                     *               "name": "Systems",
                     *               "names": {
                     *                 "zh-CN": "广场",
                     *                 "en": "Commons"
                     *               }
                     *             }
                     *           ],
                     *           "offers": [
                     *             {
                     *               "id": 61,
                     *               "sells": "item",
                     *               "itemId": 42,
                     *               "spaceId": 3,
                     *               "bundleId": 42,
                     *               "tierId": 42,
                     *               "personId": 42,
                     *               "price": null,
                     *               "pricing": "fixed",
                     *               "renews": false,
                     *               "trialDays": null,
                     *               "left": null,
                     *               "terms": {},
                     *               "months": null,
                     *               "title": "Inside the query planner",
                     *               "sellerId": 7
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Tier"][];
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
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The membership. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Plus",
                 *       "rank": 1,
                 *       "spaceIds": [
                 *         3
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewTier"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-f9dc06"];
            /** @description `common.conflict` */
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
    endTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The membership. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. */
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
                     *           "segment": "text",
                     *           "people": 1
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: {
                            segment: string;
                            people: number;
                        }[];
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
    setSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handles": [
                 *         "lin-qing"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewSegment"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            404: components["responses"]["404-f9dc06"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listAffiliateLinks: {
        parameters: {
            query?: never;
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
                     *           "id": 4,
                     *           "code": "3fa1b20c9d44",
                     *           "note": "My blog",
                     *           "clicks": 1,
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "url": "/via/3fa1b20c9d44",
                     *           "earned": [
                     *             {
                     *               "currency": "CNY",
                     *               "orders": 1,
                     *               "share": 1,
                     *               "held": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AffiliateLink"][];
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
    makeAffiliateLink: {
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
                 *       "note": "My blog"
                 *     }
                 */
                "application/json": components["schemas"]["NewAffiliateLink"];
            };
        };
        responses: {
            /** @description Where it leads, and its code. */
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
                    "application/json": components["schemas"]["AffiliateLink"];
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `api.idempotency_key_in_use`, `common.conflict` */
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
    endAffiliateLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the link. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-f9dc06"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setAffiliateRate: {
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
                 *       "bps": 1500
                 *     }
                 */
                "application/json": components["schemas"]["AffiliateRate"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listSeatPools: {
        parameters: {
            query?: never;
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
                     *           "id": 6,
                     *           "orderId": 71,
                     *           "space": {
                     *             "slug": "systems",
                     *             "name": "Systems",
                     *             "names": {
                     *               "zh-CN": "广场",
                     *               "en": "Commons"
                     *             }
                     *           },
                     *           "seats": 1,
                     *           "endsAt": "2025-06-01T08:30:00.000Z",
                     *           "people": [
                     *             {
                     *               "id": 7,
                     *               "handle": "lin-qing",
                     *               "name": "林青"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SeatPool"][];
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
    assignSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the seats. */
                id: number;
                /** @description Their handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-56da80"];
            /** @description `orders.seats_taken` */
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
    freeSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the seats. */
                id: number;
                /** @description Their handle. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-56da80"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPaymentProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order in which buyers see them. */
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
                     *           "name": "stripe",
                     *           "currencies": [
                     *             "CNY"
                     *           ],
                     *           "methods": [
                     *             "text"
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PaymentProvider"][];
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
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listReconciliations: {
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
            /** @description The newest day first. */
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
                     *           "provider": "alipay",
                     *           "day": "2026-11-26",
                     *           "status": "matched",
                     *           "matched": 1,
                     *           "differences": [
                     *             {
                     *               "what": "missing_here",
                     *               "kind": "payment",
                     *               "reference": "text",
                     *               "currency": "CNY",
                     *               "ours": null,
                     *               "theirs": null,
                     *               "orderId": null
                     *             }
                     *           ],
                     *           "sums": [
                     *             {
                     *               "kind": "payment",
                     *               "currency": "CNY",
                     *               "amount": 1,
                     *               "lines": 1
                     *             }
                     *           ],
                     *           "failure": null,
                     *           "madeAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Reconciliation"][];
                        /**
                         * @description Give it as `cursor` to read on; null at the end.
                         * @example WzE3LDQyXQ
                         */
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-3bb67f"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    reconcile: {
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
                 *       "provider": "sandbox",
                 *       "day": "2026-11-26"
                 *     }
                 */
                "application/json": components["schemas"]["NewReconciliation"];
            };
        };
        responses: {
            /** @description What came of it; the list has the details. */
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
                     *       "status": "matched"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "matched" | "differs" | "failed";
                    };
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
            403: components["responses"]["403-3bb67f"];
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
                     *           "sells": "item",
                     *           "gift": false,
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
    readAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of the two. */
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
                     *       "quiz": null,
                     *       "exercise": null
                     *     }
                     */
                    "application/json": {
                        quiz?: components["schemas"]["Quiz"];
                        exercise?: components["schemas"]["Exercise"];
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-6be175"];
            404: components["responses"]["404-f17290"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    beginAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
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
                     *       "id": 5
                     *     }
                     */
                    "application/json": {
                        /** @example 5 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-4dc2ac"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-ec8d4f"];
            404: components["responses"]["404-f17290"];
            /** @description `api.idempotency_key_in_use`, `assessments.no_attempts_left` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api.idempotency_key_reused`, `assessments.quiz_empty` */
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
    keepAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": [
                 *         {
                 *           "position": 0,
                 *           "values": [
                 *             "1"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @example [
                     *       {
                     *         "position": 0,
                     *         "values": [
                     *           "1"
                     *         ]
                     *       }
                     *     ]
                     */
                    answers: {
                        /** @example 0 */
                        position: number;
                        /**
                         * @example [
                         *       "1"
                         *     ]
                         */
                        values: string[];
                    }[];
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-ec8d4f"];
            404: components["responses"]["404-f17290"];
            /** @description `assessments.no_attempt`, `assessments.too_late` */
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
    submitAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": [
                 *         {
                 *           "position": 0,
                 *           "values": [
                 *             "1"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @example [
                     *       {
                     *         "position": 0,
                     *         "values": [
                     *           "1"
                     *         ]
                     *       }
                     *     ]
                     */
                    answers?: {
                        /** @example 0 */
                        position: number;
                        /**
                         * @example [
                         *       "1"
                         *     ]
                         */
                        values: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description How it was marked. */
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
                     *       "id": 5,
                     *       "score": 0.8,
                     *       "passed": false
                     *     }
                     */
                    "application/json": {
                        /** @example 5 */
                        id: number;
                        /** @example 0.8 */
                        score: number;
                        passed: boolean;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-ec8d4f"];
            404: components["responses"]["404-f17290"];
            /** @description `assessments.no_attempt` */
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
            503: components["responses"]["503-0a1bc1"];
        };
    };
    tryCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "const add = (a, b) => a + b;",
                 *       "trial": true
                 *     }
                 */
                "application/json": {
                    /** @example const add = (a, b) => a + b; */
                    code: string;
                    /** @default false */
                    trial?: boolean;
                };
            };
        };
        responses: {
            /** @description What came of it. */
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
                     *       "id": 42,
                     *       "code": "const add = (a, b) => a + b;",
                     *       "trial": false,
                     *       "results": [
                     *         {
                     *           "passed": false,
                     *           "verdict": "ok",
                     *           "hidden": false,
                     *           "call": null,
                     *           "value": null,
                     *           "expects": null,
                     *           "printed": null,
                     *           "error": null,
                     *           "ms": 1
                     *         }
                     *       ],
                     *       "passed": 2,
                     *       "total": 2,
                     *       "at": "2025-06-01T08:30:00.000Z",
                     *       "completed": false
                     *     }
                     */
                    "application/json": {
                        /** @example 42 */
                        id: number;
                        /** @example const add = (a, b) => a + b; */
                        code: string;
                        trial: boolean;
                        results: {
                            passed: boolean;
                            /** @enum {string} */
                            verdict: "ok" | "error" | "time" | "memory" | "output" | "broken" | "skipped";
                            hidden: boolean;
                            call: string | null;
                            value: string | null;
                            expects: string | null;
                            printed: string | null;
                            error: string | null;
                            ms: number;
                        }[];
                        /** @example 2 */
                        passed: number;
                        /** @example 2 */
                        total: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC.
                         * @example 2025-06-01T08:30:00.000Z
                         */
                        at: string;
                        completed: boolean;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-ec8d4f"];
            /** @description `common.not_found`, `courses.lesson_not_found`, `assessments.not_an_exercise` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `assessments.code_empty`, `assessments.code_too_long` */
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
            503: components["responses"]["503-0a1bc1"];
        };
    };
    readReview: {
        parameters: {
            query?: {
                /** @description Id of the card. */
                show?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `show` names the card to answer. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDesk"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    rateCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the card. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rating": 3
                 *     }
                 */
                "application/json": {
                    /** @example 3 */
                    rating: number;
                };
            };
        };
        responses: {
            /** @description When it comes back. */
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
                     *       "dueAt": "2026-06-01T08:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-06-01T08:30:00.000Z
                         */
                        dueAt: string;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4faf85"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `assessments.rating_shape` */
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
    endCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the card. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-4faf85"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listBankQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As they were written. */
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
                     *       "data": [
                     *         {
                     *           "id": 42,
                     *           "revision": 1,
                     *           "topic": "plans",
                     *           "kind": "single",
                     *           "source": "2 + 2?"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["BankQuestion"][];
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addBankQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "How much is 2 + 2?\n- (x) 4\n- ( ) 5"
                 *     }
                 */
                "application/json": {
                    /**
                     * @example How much is 2 + 2?
                     *     - (x) 4
                     *     - ( ) 5
                     */
                    source: string;
                    /** @example sums */
                    topic?: string;
                };
            };
        };
        responses: {
            /** @description In the order of the text. */
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
                     *       "ids": [
                     *         3,
                     *         4
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * @example [
                         *       3,
                         *       4
                         *     ]
                         */
                        ids: number[];
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-351930"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `assessments.question_shape`, `assessments.question_no_right`, `content.too_complex` */
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
    reviseBankQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the question. */
                questionId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "How much is 2 + 3?\n- (x) 5\n- ( ) 6"
                 *     }
                 */
                "application/json": {
                    /**
                     * @example How much is 2 + 2?
                     *     - (x) 4
                     *     - ( ) 5
                     */
                    source: string;
                    /** @example sums */
                    topic?: string;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-8bf0b8"];
            413: components["responses"]["413-351930"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `assessments.question_shape`, `assessments.question_no_right`, `content.too_complex` */
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
    removeBankQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the question. */
                questionId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-8bf0b8"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setQuiz: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "passMark": 0.8,
                 *       "minutes": 20
                 *     }
                 */
                "application/json": {
                    /**
                     * @example [
                     *       3,
                     *       4
                     *     ]
                     */
                    questionIds?: number[];
                    /** @example sums */
                    topic?: string;
                    /** @example 10 */
                    draw?: number | null;
                    shuffle?: boolean;
                    /** @example 20 */
                    minutes?: number | null;
                    /** @example 0.6 */
                    passMark?: number;
                    /** @example 3 */
                    attempts?: number | null;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `courses.not_found`, `courses.lesson_not_found`, `assessments.not_a_quiz` */
            404: {
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
    readQuizStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Item analysis. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizStatistics"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-373aa6"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setExercise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "javascript",
                 *       "solution": "const add = (a, b) => a + b;",
                 *       "cases": [
                 *         {
                 *           "call": "add(1, 2)",
                 *           "expects": "3"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewExercise"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `courses.not_found`, `courses.lesson_not_found`, `assessments.not_an_exercise` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `assessments.solution_missing`, `assessments.solution_fails` */
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
            503: components["responses"]["503-0a1bc1"];
        };
    };
    listMedia: {
        parameters: {
            query?: {
                kind?: "image" | "video" | "audio" | "file";
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
                     *           "id": 7,
                     *           "purpose": "picture",
                     *           "kind": "video",
                     *           "status": "ready",
                     *           "name": "lesson-1.mp4",
                     *           "mime": "video/mp4",
                     *           "bytes": 73400320,
                     *           "received": 73400320,
                     *           "progress": 100,
                     *           "width": 1920,
                     *           "height": 1080,
                     *           "durationMs": 754000,
                     *           "hasAudio": true,
                     *           "picture": "/media/p/abcdefghijklmnopqrstuvwxyz-1920x1080",
                     *           "refusal": null,
                     *           "refusalTitle": null,
                     *           "playable": false,
                     *           "holders": 1,
                     *           "createdAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Medium"][];
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
    readMedium: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Medium"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-d3d11a"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    deleteMedium: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with everything that was made of it. */
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
            404: components["responses"]["404-d3d11a"];
            /** @description `media.in_use` */
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
    playMedium: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it is. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playback"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-d3d11a"];
            409: components["responses"]["409-c606e6"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    downloadMedium: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For who asks, and for a time. */
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
                     *       "url": "/media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/file"
                     *     }
                     */
                    "application/json": {
                        /** @example /media/7/t1x2k8.2s.0123456789abcdef0123456789abcdef/file */
                        url: string;
                    };
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-d3d11a"];
            409: components["responses"]["409-c606e6"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setSubtitles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
                /** @description Language of the subtitles (BCP 47). */
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "中文",
                 *       "text": "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n你好\n"
                 *     }
                 */
                "application/json": components["schemas"]["NewSubtitles"];
            };
        };
        responses: {
            /** @description They are shown. */
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
            404: components["responses"]["404-d3d11a"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `media.subtitles_invalid` */
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
    deleteSubtitles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
                /** @description Language of the subtitles (BCP 47). */
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are gone. */
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
            404: components["responses"]["404-d3d11a"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    searchCues: {
        parameters: {
            query?: {
                query?: string;
                language?: string;
            };
            header?: never;
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In their order; at most 2000. */
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
                     *           "language": "en",
                     *           "fromMs": 62500,
                     *           "toMs": 65000,
                     *           "text": "A transaction is just another handle."
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Cue"][];
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
            404: components["responses"]["404-d3d11a"];
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
    listMoneyProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first, at most 50. */
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
                     *           "id": 12,
                     *           "status": "waiting",
                     *           "askedBy": null,
                     *           "askedAt": "2025-06-01T08:30:00.000Z",
                     *           "startedAt": "2025-06-01T08:30:00.000Z",
                     *           "endedAt": "2025-06-01T08:30:00.000Z",
                     *           "partsDone": 4,
                     *           "counted": {
                     *             "entries": 1200
                     *           },
                     *           "found": 0,
                     *           "differences": [
                     *             {
                     *               "what": "text",
                     *               "reference": "order:71",
                     *               "difference": 1
                     *             }
                     *           ],
                     *           "failure": null
                     *         }
                     *       ],
                     *       "next": "WzE3LDQyXQ"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["MoneyProof"][];
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
    proveMoney: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its id. */
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
                     *       "id": 12
                     *     }
                     */
                    "application/json": {
                        /** @example 12 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-4dc2ac"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-48745b"];
            409: components["responses"]["409-ef2e9e"];
            422: components["responses"]["422-190985"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listCourses: {
        parameters: {
            query?: {
                tag?: string | null;
                level?: "beginner" | "intermediate" | "advanced" | null;
                price?: "free" | "paid" | null;
                length?: "short" | "medium" | "long" | null;
                language?: "zh-CN" | "en" | null;
                sort?: "popular" | "new" | "top" | "price" | "length";
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
            /** @description Published ones that the asking person may know of. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseList"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    createCourse: {
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
                 *       "title": "Indexes that earn their keep",
                 *       "spaceId": 1,
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    /** @example What an index is */
                    title: string;
                    /** @example 1 */
                    spaceId: number;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                };
            };
        };
        responses: {
            /** @description Begun. */
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
                     *       "id": 85
                     *     }
                     */
                    "application/json": {
                        /** @example 85 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-9612a4"];
            404: components["responses"]["404-cf7245"];
            /** @description `api.idempotency_key_in_use`, `items.space_archived`, `items.too_many_drafts` */
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
    readCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The course. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnerCourse"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    enrol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `courses.held`, `courses.locked` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-883808"];
            /** @description `courses.not_published` */
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
    chooseCourseVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @example 2 */
                    version: number;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `courses.not_found`, `courses.version_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["409-822969"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lesson. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonPage"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-c84758"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    takeAlong: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whose it is, and which lessons. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenAlong"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-6be175"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    recordProgress: {
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
                 *       "reports": [
                 *         {
                 *           "lessonId": 7,
                 *           "covered": [
                 *             [
                 *               0,
                 *               5
                 *             ]
                 *           ],
                 *           "place": 4,
                 *           "at": 1790000060000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    reports: components["schemas"]["ProgressReport"][];
                };
            };
        };
        responses: {
            /** @description How each lesson stands; one that was refused says why and keeps none of the others back. */
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
                     *       "data": [
                     *         {
                     *           "lessonId": 7,
                     *           "covered": 20,
                     *           "extent": 24,
                     *           "completed": true,
                     *           "place": 20
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["RecordedProgress"][];
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    recordWatched: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the lesson. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ranges": [
                 *         [
                 *           0,
                 *           12.4
                 *         ]
                 *       ],
                 *       "position": 12.4
                 *     }
                 */
                "application/json": {
                    /**
                     * @example [
                     *       [
                     *         0,
                     *         12.4
                     *       ]
                     *     ]
                     */
                    ranges: [
                        number,
                        number
                    ][];
                    /** @example 12.4 */
                    position: number;
                };
            };
        };
        responses: {
            /** @description How the lesson stands. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedProgress"];
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-91f8e5"];
            404: components["responses"]["404-c84758"];
            409: components["responses"]["409-822969"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    completeLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the lesson. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-91f8e5"];
            404: components["responses"]["404-c84758"];
            /** @description `courses.not_by_hand`, `courses.not_enrolled` */
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
    listLearning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The one left last first. */
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
                     *       "data": [
                     *         {
                     *           "id": 85,
                     *           "title": "Indexes that earn their keep",
                     *           "slug": "indexes-that-earn-their-keep",
                     *           "language": "en",
                     *           "needed": 8,
                     *           "done": 3,
                     *           "startedAt": "2025-06-01T08:30:00.000Z",
                     *           "completedAt": "2025-06-01T08:30:00.000Z",
                     *           "lastAt": "2025-06-01T08:30:00.000Z",
                     *           "last": null,
                     *           "next": null,
                     *           "version": 1,
                     *           "newest": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["LearningCard"][];
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readStreak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By my time zone. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Streak"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setLearningGoal: {
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
                 *       "minutes": 20,
                 *       "remind": true,
                 *       "remindHour": 20
                 *     }
                 */
                "application/json": components["schemas"]["LearningGoal"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description Id of the course. */
                courseId?: number;
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
                     *           "id": 12,
                     *           "lessonId": 7,
                     *           "courseId": 85,
                     *           "paragraph": 4,
                     *           "second": null,
                     *           "quote": "a copy of some columns in an order",
                     *           "source": "So it costs writes.",
                     *           "createdAt": "2025-06-01T08:30:00.000Z",
                     *           "editedAt": "2025-06-01T08:30:00.000Z",
                     *           "courseTitle": "Indexes that earn their keep",
                     *           "courseSlug": "indexes-that-earn-their-keep",
                     *           "lessonTitle": "What an index is"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Note"][];
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
    exportNotes: {
        parameters: {
            query?: {
                /** @description Id of the course. */
                courseId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Course by course, in the order of the lessons. */
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
                     *       "markdown": "# Indexes that earn their keep\n"
                     *     }
                     */
                    "application/json": {
                        /** @example # Indexes that earn their keep */
                        markdown: string;
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
    takeNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the lesson. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "paragraph": 1,
                 *       "quote": "a copy of some columns",
                 *       "source": "So it costs writes."
                 *     }
                 */
                "application/json": {
                    /** @example 4 */
                    paragraph?: number | null;
                    /** @example null */
                    second?: number | null;
                    /** @example a copy of some columns */
                    quote?: string;
                    /** @example So it costs writes. */
                    source?: string;
                };
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
                     *       "id": 12
                     *     }
                     */
                    "application/json": {
                        /** @example 12 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-c84758"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `courses.note_empty` */
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
    deleteNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the note. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-10bf70"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    rewriteNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the note. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "It costs every write."
                 *     }
                 */
                "application/json": {
                    /** @example It costs every write. */
                    source: string;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-10bf70"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `courses.note_empty` */
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
    readCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Token of the certificate. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-cfd446"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listMyCertificates: {
        parameters: {
            query?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateList"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    revokeCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Token of the certificate. */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Issued by mistake."
                 *     }
                 */
                "application/json": components["schemas"]["Revocation"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-cfd446"];
            /** @description `credentials.already_revoked` */
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
    listReviews: {
        parameters: {
            query?: {
                sort?: "helpful" | "new" | "low";
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reviews, and how ratings spread. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewList"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    reviewCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rating": 4,
                 *       "source": "Clear examples."
                 *     }
                 */
                "application/json": components["schemas"]["NewReview"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `credentials.too_little_learnt`, `credentials.own_review` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-883808"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listPaths: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that most people follow first. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PathList"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the path. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The path and its steps. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Path"];
                };
            };
            401: components["responses"]["401-186bf9"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-598aff"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    followPath: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the path. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-598aff"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    readOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outline. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseOutline"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    arrangeOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sections": [
                 *         {
                 *           "id": 4,
                 *           "lessons": [
                 *             8,
                 *             7
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @example 14 */
                    revision?: number;
                    /**
                     * @example [
                     *       {
                     *         "id": 4,
                     *         "lessons": [
                     *           8,
                     *           7
                     *         ]
                     *       }
                     *     ]
                     */
                    sections: {
                        id: number;
                        lessons: number[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Arranged. */
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
                     *       "revision": 15
                     *     }
                     */
                    "application/json": {
                        /** @example 15 */
                        revision: number;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            /** @description `courses.wrong_order` */
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
    describeCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcomes": [
                 *         "Read a plan"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CourseDescription"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-10262a"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setCourseCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mediaId": 999999,
                 *       "alt": "A drawer of a card catalogue"
                 *     }
                 */
                "application/json": {
                    /** @example 12 */
                    mediaId?: number | null;
                    /** @example A drawer of a card catalogue */
                    alt: string;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `courses.not_found`, `media.not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `courses.alt_missing`, `courses.no_cover` */
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
    removeCourseCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addSection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Second part"
                 *     }
                 */
                "application/json": {
                    /** @example What an index is */
                    title: string;
                };
            };
        };
        responses: {
            /** @description Added. */
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
                     *       "id": 5
                     *     }
                     */
                    "application/json": {
                        /** @example 5 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            409: components["responses"]["409-ef2e9e"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `courses.too_many_lessons` */
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
    removeSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the section. */
                sectionId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-bfaa60"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    renameSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the section. */
                sectionId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "The second part"
                 *     }
                 */
                "application/json": {
                    /** @example What an index is */
                    title: string;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-bfaa60"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    addLesson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sectionId": 4,
                 *       "kind": "text",
                 *       "title": "What an index is"
                 *     }
                 */
                "application/json": {
                    /** @example 4 */
                    sectionId: number;
                    /** @example text */
                    kind: string;
                    /** @example What an index is */
                    title: string;
                    /** @example what-an-index-is */
                    key?: string;
                };
            };
        };
        responses: {
            /** @description Added, empty. */
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
                     *       "id": 7,
                     *       "key": "what-an-index-is"
                     *     }
                     */
                    "application/json": {
                        /** @example 7 */
                        id: number;
                        /** @example what-an-index-is */
                        key: string;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-bfaa60"];
            /** @description `api.idempotency_key_in_use`, `courses.key_taken` */
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
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `courses.lesson_kind_unknown`, `courses.too_many_lessons` */
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
    readDraftLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision under edit. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditedLesson"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-373aa6"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    saveLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "What an index is",
                 *       "source": "An index is a copy of some columns in an order."
                 *     }
                 */
                "application/json": components["schemas"]["LessonContent"];
            };
        };
        responses: {
            /** @description The revision that now stands. */
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
                     *       "revision": 3
                     *     }
                     */
                    "application/json": {
                        /** @example 3 */
                        revision: number;
                    };
                };
            };
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-373aa6"];
            /** @description `courses.edit_conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["413-351930"];
            415: components["responses"]["415-23aa25"];
            /** @description `common.invalid_input`, `courses.lesson_kind_unknown`, `content.too_complex` */
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
    removeLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-373aa6"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "preview": true
                 *     }
                 */
                "application/json": components["schemas"]["LessonSettings"];
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-373aa6"];
            /** @description `courses.key_taken` */
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
            422: components["responses"]["422-10262a"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    restoreLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the lesson. */
                lessonId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sectionId": 4
                 *     }
                 */
                "application/json": {
                    /** @example 4 */
                    sectionId: number;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            /** @description `common.not_found`, `courses.not_found`, `courses.lesson_not_found`, `courses.section_not_found` */
            404: {
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
    listCourseVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
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
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "number": 2,
                     *           "status": "review",
                     *           "note": "A lesson on partial indexes.",
                     *           "lessonCount": 8,
                     *           "minutes": 180,
                     *           "submittedBy": "何平",
                     *           "submittedAt": "2025-06-01T08:30:00.000Z",
                     *           "decidedBy": "何平",
                     *           "decidedAt": "2025-06-01T08:30:00.000Z",
                     *           "reason": "",
                     *           "learners": 40,
                     *           "current": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CourseVersion"][];
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    publishCourse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of the request with the same key do nothing and get the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "A lesson on partial indexes."
                 *     }
                 */
                "application/json": {
                    /** @example A lesson on partial indexes. */
                    note?: string;
                    review?: boolean;
                };
            };
        };
        responses: {
            /** @description The version. */
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
                     *       "version": 2,
                     *       "published": false
                     *     }
                     */
                    "application/json": {
                        /** @example 2 */
                        version: number;
                        published: boolean;
                    };
                };
            };
            400: components["responses"]["400-fd4437"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-f31309"];
            /** @description `common.not_found`, `courses.not_found`, `items.space_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api.idempotency_key_in_use`, `courses.nothing_changed`, `courses.in_review`, `items.space_archived` */
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
            /** @description `common.invalid_input`, `api.idempotency_key_reused`, `courses.nothing_to_publish`, `courses.lesson_not_ready`, `courses.rule_never_met` */
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
    decideCourseVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the version. */
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "approve": true
                 *     }
                 */
                "application/json": {
                    approve: boolean;
                    /** @example  */
                    reason?: string;
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            /** @description `accounts.api_key_scope`, `accounts.suspended`, `accounts.email_not_verified`, `common.forbidden`, `courses.own_review` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["404-883808"];
            409: components["responses"]["409-765339"];
            413: components["responses"]["413-33df40"];
            415: components["responses"]["415-23aa25"];
            422: components["responses"]["422-7afe7b"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    withdrawCourseVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                /** @description Id of the version. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            409: components["responses"]["409-765339"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listCourseAuthors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order they came. */
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
                     *       "data": [
                     *         {
                     *           "handle": "lin-wei",
                     *           "name": "林薇",
                     *           "role": "author",
                     *           "addedAt": "2025-06-01T08:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CourseAuthor"][];
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    setCourseAuthor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                handle: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "editor"
                 *     }
                 */
                "application/json": {
                    /**
                     * @example editor
                     * @enum {string}
                     */
                    role: "author" | "editor" | "reviewer" | "mentor";
                };
            };
        };
        responses: {
            204: components["responses"]["204-958daf"];
            400: components["responses"]["400-f0edeb"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            /** @description `courses.own_role` */
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
            /** @description `common.invalid_input`, `courses.person_unknown` */
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
    dropCourseAuthor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["204-958daf"];
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-a2b9ab"];
            404: components["responses"]["404-883808"];
            /** @description `courses.person_unknown` */
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
    reportCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where learners come to, and where they stop. */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseReport"];
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
            429: components["responses"]["429-8ffbb7"];
            500: components["responses"]["500-dc1f5d"];
        };
    };
    listLearners: {
        parameters: {
            query?: {
                /** @description What `next` of the page before said. */
                cursor?: string;
                /** @description At most so many. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the course. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest begun first. */
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
                     *           "userId": 9,
                     *           "handle": "wu-tong",
                     *           "name": "吴桐",
                     *           "version": 1,
                     *           "startedAt": "2025-06-01T08:30:00.000Z",
                     *           "completedAt": "2025-06-01T08:30:00.000Z",
                     *           "lastAt": "2025-06-01T08:30:00.000Z",
                     *           "needed": 8,
                     *           "done": 3,
                     *           "seconds": 5400,
                     *           "score": 0.9
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CourseLearner"][];
                        next: string | null;
                    };
                };
            };
            401: components["responses"]["401-4f6cde"];
            403: components["responses"]["403-45b777"];
            404: components["responses"]["404-883808"];
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
    createUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of the protocol. */
                "Tus-Resumable": string;
                /** @description Bytes of the file. */
                "Upload-Length": string;
                /** @description `filename` and `purpose` (picture, avatar, cover, video, audio, file) in base 64. */
                "Upload-Metadata": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. `Location` is where its bytes go, `Stoa-Media-Id` the file, `Upload-Expires` until when. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["default-884433"];
        };
    };
    endUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of the protocol. */
                "Tus-Resumable": string;
            };
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["default-884433"];
        };
    };
    readUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of the protocol. */
                "Tus-Resumable": string;
            };
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `Upload-Offset` of `Upload-Length`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["default-884433"];
        };
    };
    appendUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The version of the protocol. */
                "Tus-Resumable": string;
                /** @description Where these bytes begin. */
                "Upload-Offset": string;
                /** @description Of this request. */
                "Upload-Checksum"?: string;
            };
            path: {
                /** @description Id of the file. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description `Upload-Offset` is where the next begin. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["default-884433"];
        };
    };
}

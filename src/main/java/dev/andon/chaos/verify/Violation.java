package dev.andon.chaos.verify;

/** A promise that was not kept. */
public enum Violation {

    /** A frame without a decision and without a dead letter. */
    LOST,

    /** A decision, audit copy or dead letter beyond the first of its frame. */
    DUPLICATED,

    /** A decision on a frame that is the repetition of an earlier one. */
    REPETITION_DECIDED,

    /** A result that is about no record of {@code frames}, or names it wrongly. */
    NEVER_SENT,

    /** A record that breaks the order of its line. */
    OUT_OF_ORDER,

    /** A frame that was to be held, or to be a dead letter, for a known reason, and was not; or the other way round. */
    WRONG_REASON,

    /** An audit copy that belongs to no accepted decision. */
    AUDIT_WITHOUT_DECISION,

    /** More samples than the policy asks for. */
    TOO_MANY_SAMPLES,

    /** A policy, recipe or threshold in a decision that was never written so. */
    POLICY_ALTERED,

    /** A decision by an older version than that of the decision before it on the line. */
    POLICY_WENT_BACK,

    /** A decision by an older version, of policy or threshold, than was in force long before the frame was sent. */
    POLICY_OUTDATED,

    /** A verdict that counts nowhere: neither in the newest record of its inspection nor as a dead letter. */
    VERDICT_LOST,

    /** A verdict that counts twice in a record, or is a dead letter twice. */
    VERDICT_DOUBLED,

    /** A dead letter of a verdict whose inspection there is. */
    VERDICT_REJECTED,

    /** A verdict in a reviewed inspection that was never written so. */
    VERDICT_ALTERED,

    /** A reviewed inspection that nobody inspected, or nobody judged. */
    REVIEW_UNFOUNDED,

    /** A record of a reviewed inspection that does not replace the one before it, with one verdict more. */
    REVIEW_CHAIN_BROKEN,

    /** A final result that is not that of the last verdict, or is wrongly said to overrule or not to. */
    WRONG_FINAL_RESULT,

    /** A change of a learnt threshold that does not begin where the one before it ended. */
    THRESHOLD_CHAIN_BROKEN,

    /** A learnt threshold, as published last, that its changes do not lead to. */
    THRESHOLDS_DISAGREE,

    /** A verdict that still waits for its inspection although everything is quiet. */
    EARLY_VERDICT_LEFT,

    /** A frame that stands in the ledger although everything is quiet. */
    LEDGER_NOT_EMPTY,

    /** A transaction that is still open: what stands behind it cannot be seen. */
    TRANSACTION_OPEN,

    /** An output record that cannot be read. */
    UNREADABLE_OUTPUT,

    /** A record that the brokers confirmed and no longer have: theirs to answer for, and told apart. */
    INPUT_GONE
}

package dev.andon.avro;

import dev.andon.core.frame.LineId;
import dev.andon.core.review.Basis;
import dev.andon.core.review.Verdict;
import org.apache.avro.Schema;

/** Verdicts. Any thread. */
final class VerdictMapper implements Mapper<dev.andon.schema.Verdict, Verdict> {

    @Override
    public Schema schema() {
        return Schemas.VERDICT;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.Verdict.getClassSchema();
    }

    @Override
    public Verdict toCore(dev.andon.schema.Verdict from) throws MalformedRecordException {
        return new Verdict(Opinions.id("verdictId", from.getVerdictId()),
                Opinions.id("inspectionId", from.getInspectionId()), Fields.id("lineId", from.getLineId(), LineId::new),
                Opinions.result("result", from.getResult()), Fields.optional("label", from.getLabel()),
                Fields.constant("basis", Basis.class, from.getBasis()), Opinions.id("reviewer", from.getReviewer()),
                from.getJudgedAt(), Fields.duration("durationMillis", from.getDurationMillis()),
                Fields.optional("supersedes", from.getSupersedes()), Fields.optional("comment", from.getComment()));
    }

    @Override
    public dev.andon.schema.Verdict toAvro(Verdict from) {
        return dev.andon.schema.Verdict.newBuilder().setVerdictId(from.id()).setInspectionId(from.inspectionId())
                .setLineId(from.line().value()).setResult(from.result().name()).setLabel(from.label())
                .setBasis(from.basis().name()).setReviewer(from.reviewer()).setJudgedAt(from.at())
                .setDurationMillis(Fields.millis(from.duration())).setSupersedes(from.supersedes())
                .setComment(from.comment()).build();
    }
}

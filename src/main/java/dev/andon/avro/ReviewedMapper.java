package dev.andon.avro;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.review.Basis;
import dev.andon.core.review.Inspected;
import dev.andon.core.review.Reviewed;
import dev.andon.core.review.Verdict;
import dev.andon.core.sampling.Result;
import dev.andon.schema.Opinion;
import org.apache.avro.Schema;

/** Inspections with their verdicts, which name neither inspection nor line again. Any thread. */
public final class ReviewedMapper implements Mapper<dev.andon.schema.Reviewed, Reviewed> {

    @Override
    public Schema schema() {
        return Schemas.REVIEWED;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.Reviewed.getClassSchema();
    }

    @Override
    public Reviewed toCore(dev.andon.schema.Reviewed from) throws MalformedRecordException {
        Inspected inspected = InspectedMapper.toCore("inspected.", from.getInspected());
        List<Verdict> verdicts = new ArrayList<>();
        for (Opinion opinion : from.getVerdicts()) {
            verdicts.add(verdict("verdicts[" + verdicts.size() + "].", opinion, inspected));
        }
        return new Reviewed(Fields.required("reviewedId", from.getReviewedId()), from.getSupersedes(), inspected,
                verdicts, Fields.constant("finalResult", Result.class, from.getFinalResult()), from.getOverruled());
    }

    @Override
    public dev.andon.schema.Reviewed toAvro(Reviewed from) {
        return dev.andon.schema.Reviewed.newBuilder().setReviewedId(from.id()).setSupersedes(from.supersedes())
                .setInspected(InspectedMapper.toAvro(from.inspected()))
                .setVerdicts(from.verdicts().stream().map(ReviewedMapper::opinion).toList())
                .setFinalResult(from.finalResult().name()).setOverruled(from.overruled()).build();
    }

    private static Verdict verdict(String path, Opinion from, Inspected of) throws MalformedRecordException {
        return new Verdict(Opinions.id(path + "verdictId", from.getVerdictId()), of.inspectionId(), of.subject().line(),
                Opinions.result(path + "result", from.getResult()), Fields.optional(path + "label", from.getLabel()),
                Fields.constant(path + "basis", Basis.class, from.getBasis()),
                Opinions.id(path + "reviewer", from.getReviewer()), from.getJudgedAt(),
                Fields.duration(path + "durationMillis", from.getDurationMillis()),
                Fields.optional(path + "supersedes", from.getSupersedes()),
                Fields.optional(path + "comment", from.getComment()));
    }

    private static Opinion opinion(Verdict from) {
        return Opinion.newBuilder().setVerdictId(from.id()).setResult(from.result().name()).setLabel(from.label())
                .setBasis(from.basis().name()).setReviewer(from.reviewer()).setJudgedAt(from.at())
                .setDurationMillis(Fields.millis(from.duration())).setSupersedes(from.supersedes())
                .setComment(from.comment()).build();
    }
}

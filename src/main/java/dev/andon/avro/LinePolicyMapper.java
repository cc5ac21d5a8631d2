package dev.andon.avro;

import java.util.ArrayList;
import java.util.List;

import dev.andon.core.decision.Approval;
import dev.andon.core.decision.DailyBudget;
import dev.andon.core.decision.LinePolicy;
import dev.andon.core.decision.Recipe;
import dev.andon.core.frame.LineId;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Policies. What a field means is checked here, whether a policy is a good one is not. Any thread.
 */
final class LinePolicyMapper implements Mapper<dev.andon.schema.LinePolicy, LinePolicy> {

    @Override
    public Schema schema() {
        return Schemas.LINE_POLICY;
    }

    @Override
    public Schema generatedSchema() {
        return dev.andon.schema.LinePolicy.getClassSchema();
    }

    @Override
    public LinePolicy toCore(dev.andon.schema.LinePolicy from) throws MalformedRecordException {
        List<Recipe> recipes = new ArrayList<>();
        for (dev.andon.schema.Recipe recipe : from.getRecipes()) {
            recipes.add(RecipeMapper.toCore("recipes[" + recipes.size() + "].", recipe));
        }
        return new LinePolicy(Fields.id("lineId", from.getLineId(), LineId::new), from.getVersion(), from.getAuthor(),
                from.getApprover(), recipes, Fields.constant("approval", Approval.class, from.getApproval()),
                budget(from));
    }

    @Override
    public dev.andon.schema.LinePolicy toAvro(LinePolicy from) {
        var to = dev.andon.schema.LinePolicy.newBuilder().setLineId(from.line().value()).setVersion(from.version())
                .setAuthor(from.author()).setApprover(from.approver())
                .setRecipes(from.recipes().stream().map(RecipeMapper::toAvro).toList())
                .setApproval(from.approval().name());
        DailyBudget budget = from.budget();
        if (budget != null) {
            to.setCallsPerDay(budget.calls()).setTokensPerDay(budget.tokens());
        }
        return to.build();
    }

    private static @Nullable DailyBudget budget(dev.andon.schema.LinePolicy from) {
        return from.getCallsPerDay() == null && from.getTokensPerDay() == null
                ? null
                : new DailyBudget(from.getCallsPerDay(), from.getTokensPerDay());
    }
}

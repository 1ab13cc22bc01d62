package org.gavel.exchange.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gavel.protocol.event.PassCause;
import org.gavel.protocol.value.Money;
import org.gavel.protocol.value.Share;
import org.gavel.protocol.value.Title;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Reads what is on record, everything in order of lots and, in a lot, of its winners. Thread-safe; every question asks the database anew and is
 * answered from one moment of it. The lists hold all there is: meant for reports, not for pages.
 */
public final class Registry {
    private final Jdbi jdbi;

    public Registry(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<LotEntry> lots() {
        return all("SELECT * FROM lot ORDER BY lot", Registry::lot);
    }

    public List<Award> awards() {
        return all("SELECT * FROM award ORDER BY lot, place", Registry::award);
    }

    /** The awards that are void after all. */
    public List<Annulment> annulments() {
        return all("SELECT * FROM award_annulment ORDER BY lot", Registry::annulment);
    }

    public List<SaleConfirmation> confirmations() {
        return all("""
                SELECT confirmation.*, award.winners, award.units, award.unit_price
                FROM sale_confirmation confirmation JOIN award USING (lot, place) ORDER BY lot, place""", Registry::confirmation);
    }

    public List<TechnologyContract> contracts() {
        return all("SELECT * FROM technology_contract ORDER BY lot, place", Registry::contract);
    }

    public List<ContractRegistration> registrations() {
        return all("""
                SELECT registration.* FROM contract_registration registration
                JOIN technology_contract contract USING (contract_draft_number) ORDER BY contract.lot, contract.place""", Registry::registration);
    }

    private <T> List<T> all(String sql, RowMapper<T> mapper) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).map(mapper).list());
    }

    private static LotEntry lot(ResultSet row, Object context) throws SQLException {
        LotEntry.Outcome outcome = LotEntry.Outcome.valueOf(row.getString("outcome"));
        Place end = new Place(row.getLong("end_sequence"), row.getInt("end_index"), row.getLong("ended_at"));
        return new LotEntry(
                row.getInt("lot"),
                title(row),
                row.getInt("seller"),
                row.getString("rulebook"),
                money(row, "deposit"),
                place(row, "announced_at"),
                outcome,
                Optional.ofNullable(row.getString("pass_cause")).map(PassCause::valueOf),
                outcome == LotEntry.Outcome.PENDING ? Optional.empty() : Optional.of(end));
    }

    private static Award award(ResultSet row, Object context) throws SQLException {
        return new Award(
                row.getInt("lot"),
                row.getInt("winner"),
                row.getInt("paddle"),
                money(row, "amount"),
                share(row),
                place(row, "hammer_at"));
    }

    private static Annulment annulment(ResultSet row, Object context) throws SQLException {
        return new Annulment(row.getInt("lot"), place(row, "annulled_at"));
    }

    private static SaleConfirmation confirmation(ResultSet row, Object context) throws SQLException {
        return new SaleConfirmation(
                row.getString("confirmation_number"),
                row.getInt("lot"),
                row.getInt("buyer"),
                row.getInt("seller"),
                title(row),
                money(row, "amount"),
                share(row),
                row.getLong("deposit_held"),
                row.getLong("confirmed_at"));
    }

    private static TechnologyContract contract(ResultSet row, Object context) throws SQLException {
        Money technology = money(row, "technology_amount");
        return new TechnologyContract(
                row.getString("contract_draft_number"),
                row.getInt("lot"),
                row.getInt("place"),
                ContractType.valueOf(row.getString("contract_type")),
                row.getInt("assignor"),
                row.getInt("transferee"),
                row.getString("project_name"),
                money(row, "contract_amount"),
                row.getString("technology_amount") == null ? Optional.empty() : Optional.of(technology),
                TechnologyContract.State.valueOf(row.getString("state")),
                row.getLong("drafted_at"),
                row.getLong("signing_deadline"));
    }

    private static ContractRegistration registration(ResultSet row, Object context) throws SQLException {
        return new ContractRegistration(
                row.getString("contract_draft_number"),
                row.getInt("registrant"),
                money(row, "contract_amount"),
                ContractRegistration.State.valueOf(row.getString("state")),
                row.getLong("opened_at"));
    }

    private static Title title(ResultSet row) throws SQLException {
        return new Title(row.getString("title_zh"), row.getString("title_en"));
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(row.getInt("place"), row.getInt("winners"), row.getLong("units"), money(row, "unit_price"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }

    private static Place place(ResultSet row, String time) throws SQLException {
        return new Place(row.getLong("sequence"), row.getInt("event_index"), row.getLong(time));
    }
}

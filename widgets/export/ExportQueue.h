#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include "export/ExportJob.h"

namespace isostain {

/// How far a slide of a queue is.
enum class ExportState { Waiting, Running, Done, WasThere, Failed, Stopped };

/// The slides of an export and what became of each, for a table of two columns. GUI thread only.
class ExportQueue : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole, FractionRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Absolute paths; those that are in the queue already are not added again.
    void add(const QStringList& fileNames);
    void remove(std::vector<int> rows);

    QStringList slides() const;
    int count() const { return static_cast<int>(m_slides.size()); }
    int count(ExportState state) const;
    /// In order.
    std::vector<int> rowsIn(std::initializer_list<ExportState> states) const;
    ExportState stateOf(int row) const { return at(row).state; }
    /// Of a slide that is done; empty otherwise.
    QString outputOf(int row) const;

    void setState(int row, ExportState state);
    /// How much of a running slide is done, 0..1.
    void setFraction(int row, double fraction);
    void setResult(int row, const ExportResult& result);
    /// All are waiting again.
    void resetStates();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// Which slides there are, or the state of one.
    void changed();

private:
    struct Slide {
        QString fileName;
        ExportState state = ExportState::Waiting;
        double fraction = 0;
        std::optional<ExportResult> result;
    };
    const Slide& at(int row) const { return m_slides[static_cast<std::size_t>(row)]; }
    Slide& at(int row) { return m_slides[static_cast<std::size_t>(row)]; }
    QString stateText(const Slide& slide) const;
    QString detail(const Slide& slide) const;
    void tell(int row);

    std::vector<Slide> m_slides;
};

}

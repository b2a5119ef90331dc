#pragma once

#include <QWidget>

#include "study/StudyTables.h"

class QCheckBox;
class QTableWidget;

namespace isostain {

/// A table of a study: sorted by a click on a column, the best of each column bold and marked, copied with Ctrl+C or the
/// button, the paper's values below when asked. GUI thread only.
class ResultTable : public QWidget {
    Q_OBJECT

public:
    explicit ResultTable(StudyTable table, QWidget* parent = nullptr);

    /// As spreadsheets take it.
    void copy() const;
    void setPaperShown(bool shown);
    QTableWidget& cells() { return *m_cells; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();

    StudyTable m_table;
    QTableWidget* m_cells;
    QCheckBox* m_paper;
};

}

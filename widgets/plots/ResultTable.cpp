#include "plots/ResultTable.h"

#include <algorithm>

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace isostain {

namespace {

/// Sorts by the mean; what is missing comes last.
class NumberItem : public QTableWidgetItem {
public:
    NumberItem(const Spread& cell, int decimals) : m_mean(cell.mean)
    {
        setText(QString::fromStdString(cellText(cell, decimals)));
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }

    bool operator<(const QTableWidgetItem& other) const override
    {
        const auto& number = static_cast<const NumberItem&>(other);
        if (!m_mean || !number.m_mean)
            return m_mean.has_value() > number.m_mean.has_value();
        return *m_mean < *number.m_mean;
    }

private:
    std::optional<double> m_mean;
};

}

ResultTable::ResultTable(StudyTable table, QWidget* parent)
    : QWidget(parent),
      m_table(std::move(table)),
      m_cells(new QTableWidget),
      m_paper(new QCheckBox(tr("Show the &paper's values")))
{
    auto* caption = new QLabel(QString::fromStdString(m_table.caption));
    caption->setWordWrap(true);
    caption->setTextFormat(Qt::PlainText);
    m_cells->setAccessibleName(QString::fromStdString(m_table.caption));
    m_cells->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_cells->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_cells->verticalHeader()->hide();
    m_cells->setTabKeyNavigation(false);
    m_cells->setShowGrid(false);
    m_cells->setAlternatingRowColors(true);
    m_cells->installEventFilter(this);
    m_paper->setToolTip(tr("Kang et al. 2021, Tables 1 to 4: other images, so other numbers"));
    auto* copyButton = new QToolButton;
    copyButton->setObjectName(QStringLiteral("copyTable"));
    copyButton->setText(tr("&Copy"));
    copyButton->setToolTip(tr("Copies the table for a spreadsheet"));
    copyButton->setAutoRaise(true);
    connect(copyButton, &QToolButton::clicked, this, &ResultTable::copy);
    connect(m_paper, &QCheckBox::toggled, this, &ResultTable::fill);

    auto* tools = new QHBoxLayout;
    tools->addWidget(copyButton);
    tools->addWidget(m_paper);
    tools->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(tools);
    column->addWidget(m_cells, 1);
    column->addWidget(caption);
    column->addWidget(new QLabel(tr("* the best of its column")));
    m_paper->setVisible(!paperRows(m_table.kind).empty());
    fill();
}

void ResultTable::setPaperShown(bool shown)
{
    m_paper->setChecked(shown);
}

void ResultTable::fill()
{
    const std::vector<StudyTable::Row> paper = m_paper->isChecked() ? paperRows(m_table.kind) : std::vector<StudyTable::Row>();
    m_cells->setSortingEnabled(false);
    m_cells->clear();
    m_cells->setColumnCount(int(m_table.columns.size()) + 1);
    m_cells->setRowCount(int(m_table.rows.size() + paper.size()));
    QStringList headers{tr("Method")};
    for (const StudyTable::Column& column : m_table.columns)
        headers << QString::fromStdString(column.title);
    m_cells->setHorizontalHeaderLabels(headers);
    int number = 0;
    for (const auto* rows : {&std::as_const(m_table.rows), &paper})
        for (const StudyTable::Row& row : *rows) {
            auto* name = new QTableWidgetItem(QString::fromStdString(row.name));
            name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            m_cells->setItem(number, 0, name);
            for (int column = 0; column < int(row.cells.size()); ++column)
                m_cells->setItem(number, column + 1,
                                 new NumberItem(row.cells[std::size_t(column)], m_table.columns[std::size_t(column)].decimals));
            ++number;
        }
    for (std::size_t column = 0; column < m_table.columns.size(); ++column)
        for (const std::size_t row : bestRows(m_table, column)) {
            QTableWidgetItem* item = m_cells->item(int(row), int(column) + 1);
            QFont font = m_cells->font();
            font.setBold(true);
            item->setFont(font);
            item->setText(item->text() + QStringLiteral(" *"));
        }
    m_cells->setSortingEnabled(true);
    m_cells->sortByColumn(-1, Qt::AscendingOrder);
    m_cells->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_cells->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ResultTable::copy() const
{
    StudyTable table = m_table;
    if (m_paper->isChecked())
        for (StudyTable::Row& row : paperRows(m_table.kind))
            table.rows.push_back(std::move(row));
    QGuiApplication::clipboard()->setText(QString::fromStdString(tabText(table)));
}

bool ResultTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}

#include "panels/PropertiesDialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include "panels/AssociatedImageView.h"
#include "panels/ErrorText.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

QLabel* valueLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QStandardItemModel* makeModel(const SlideInfo& info, QObject* parent)
{
    auto* model = new QStandardItemModel(0, 2, parent);
    model->setHorizontalHeaderLabels({PropertiesDialog::tr("Property"), PropertiesDialog::tr("Value")});
    for (const auto& [name, value] : info.properties) {
        auto* nameItem = new QStandardItem(QString::fromStdString(name));
        auto* valueItem = new QStandardItem(QString::fromStdString(value));
        valueItem->setToolTip(QString::fromStdString(value));
        model->appendRow({nameItem, valueItem});
    }
    return model;
}

}

PropertiesDialog::PropertiesDialog(SlidePtr slide, QWidget* parent) : QDialog(parent), m_slide(std::move(slide))
{
    setWindowTitle(tr("Slide Properties"));
    resize(860, 600);

    auto* left = new QVBoxLayout;
    left->addWidget(makeSummary());
    left->addWidget(makeTable(), 1);
    auto* columns = new QHBoxLayout;
    columns->addLayout(left, 1);
    if (!m_slide->info().associatedImages.empty())
        columns->addWidget(makeImages());

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(columns, 1);
    column->addWidget(buttons);
    m_search->setFocus();
}

QWidget* PropertiesDialog::makeSummary()
{
    const SlideInfo& info = m_slide->info();
    const PyramidGeometry& geometry = m_slide->geometry();
    const QString unknown = tr("not stated in the file");
    const QLocale words = locale();

    auto* summary = new QWidget;
    auto* form = new QFormLayout(summary);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->addRow(tr("File:"), valueLabel(QDir::toNativeSeparators(toFileName(info.path))));
    form->addRow(tr("Format:"), valueLabel(QString::fromStdString(info.format)));
    form->addRow(tr("Size:"), valueLabel(tr("%1 × %2 pixels, %n level(s)", nullptr, geometry.levelCount())
                                             .arg(words.toString(qlonglong(geometry.width())),
                                                  words.toString(qlonglong(geometry.height())))));
    form->addRow(tr("Pixel size:"), valueLabel(info.mppX ? tr("%1 × %2 µm")
                                                               .arg(words.toString(*info.mppX, 'g', 5),
                                                                    words.toString(info.mppY.value_or(*info.mppX), 'g', 5))
                                                         : unknown));
    form->addRow(tr("Objective:"),
                 valueLabel(info.objectivePower ? tr("%1×").arg(words.toString(*info.objectivePower, 'g', 4)) : unknown));
    m_colorProfile = valueLabel({});
    m_colorProfile->setObjectName(QStringLiteral("colorProfile"));
    form->addRow(tr("Color profile:"), m_colorProfile);
    return summary;
}

QWidget* PropertiesDialog::makeTable()
{
    auto* proxy = new QSortFilterProxyModel(this);
    proxy->setSourceModel(makeModel(m_slide->info(), this));
    proxy->setFilterKeyColumn(-1);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("propertySearch"));
    m_search->setPlaceholderText(tr("Search names and values"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, proxy, &QSortFilterProxyModel::setFilterFixedString);

    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("propertyTable"));
    m_table->setModel(proxy);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->resizeColumnToContents(0);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &PropertiesDialog::copySelection);

    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    return box;
}

QWidget* PropertiesDialog::makeImages()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    for (const std::string& each : m_slide->info().associatedImages) {
        const QString name = QString::fromStdString(each);
        auto* view = new AssociatedImageView(name);
        connect(view, &AssociatedImageView::requested, this, &PropertiesDialog::imageRequested);
        column->addWidget(view);
        m_images[name] = view;
    }
    column->addStretch();
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->setMinimumWidth(320);
    area->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return area;
}

void PropertiesDialog::setColorProfile(const QString& text)
{
    m_colorProfile->setText(text);
}

void PropertiesDialog::requestImages()
{
    for (const auto& [name, view] : m_images)
        if (!view->isPrivate())
            emit imageRequested(name);
}

void PropertiesDialog::setImage(const QString& name, const QImage& image)
{
    if (const auto found = m_images.find(name); found != m_images.end())
        found->second->setImage(image);
}

void PropertiesDialog::setImageError(const QString& name, const Error& error)
{
    if (const auto found = m_images.find(name); found != m_images.end())
        found->second->setText(errorText(error));
}

void PropertiesDialog::copySelection() const
{
    QStringList lines;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        lines << index.data().toString() + QLatin1Char('\t') + index.siblingAtColumn(1).data().toString();
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}

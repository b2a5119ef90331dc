#include "panels/AssociatedImageView.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/ThemedIcon.h"

namespace isostain {

namespace {
constexpr QSize kLargest(280, 220);
}

AssociatedImageView::AssociatedImageView(QString name, QWidget* parent) : QFrame(parent), m_name(std::move(name))
{
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    auto* caption = new QLabel(m_name);
    caption->setTextFormat(Qt::PlainText);
    column->addWidget(caption);
    m_picture = new QLabel;
    m_picture->setObjectName(QStringLiteral("associatedImage"));
    m_picture->setWordWrap(true);
    m_picture->setAccessibleName(m_name);
    column->addWidget(m_picture);
    if (!isPrivate()) {
        m_picture->setText(tr("Reading…"));
        return;
    }
    m_picture->setText(tr("May show a patient's name."));
    m_show = new QPushButton(themedIcon(QStringLiteral("hidden")), tr("Show"));
    m_show->setAutoDefault(false);
    m_show->setObjectName(QStringLiteral("showImageButton"));
    m_show->setAccessibleName(tr("Show %1").arg(m_name));
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_show->hide();
        m_picture->setText(tr("Reading…"));
        emit requested(m_name);
    });
    column->addWidget(m_show, 0, Qt::AlignLeft);
}

bool AssociatedImageView::isPrivate() const
{
    return m_name.compare(QLatin1String("thumbnail"), Qt::CaseInsensitive) != 0;
}

void AssociatedImageView::setImage(const QImage& image)
{
    QImage shown = image.scaled(kLargest * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setWordWrap(false); // a label that wraps has no height for a picture
    m_picture->setPixmap(QPixmap::fromImage(shown));
}

void AssociatedImageView::setText(const QString& text)
{
    m_picture->setText(text);
}

}
